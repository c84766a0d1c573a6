package org.marsad.alert;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.marsad.app.Database;
import org.marsad.app.TestDatabase;

class DigestsOnH2Test extends DigestsContract {
  private static Database database;

  @BeforeAll
  static void open() {
    database = TestDatabase.open();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Override
  Jdbi jdbi() {
    return database.jdbi();
  }
}
