package org.marsad.app;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class RestartOnPostgresTest extends RestartContract {
  private static Database database;

  @BeforeAll
  static void openDatabase() {
    database = TestPostgres.open();
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  @Override
  Database database() {
    return database;
  }
}
