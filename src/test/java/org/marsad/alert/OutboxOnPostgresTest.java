package org.marsad.alert;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.marsad.app.Database;

class OutboxOnPostgresTest extends OutboxContract {
  private static EmbeddedPostgres server;
  private static Database database;

  @BeforeAll
  static void open() throws IOException {
    server = EmbeddedPostgres.builder().start();
    database = Database.open(server.getJdbcUrl("postgres", "postgres"));
  }

  @AfterAll
  static void close() throws IOException {
    database.close();
    server.close();
  }

  @Override
  Jdbi jdbi() {
    return database.jdbi();
  }
}
