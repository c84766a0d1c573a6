package org.marsad.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.marsad.app.Database;
import org.marsad.app.TestDatabase;

class TurnsOnH2Test extends TurnsContract {
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

  @Test
  void theNextInTurnStandFirstInAnIndexHoweverLongTheQueue() {
    String plan =
        jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("EXPLAIN " + Claims.NEXT)
                        .bind("now", Instant.EPOCH)
                        .bind("max", 30)
                        .mapTo(String.class)
                        .one());

    assertThat(plan).contains("outbox_next:").contains("index sorted");
  }
}
