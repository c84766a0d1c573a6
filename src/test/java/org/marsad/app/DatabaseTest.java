package org.marsad.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
  @Test
  void h2IsOpenedSoThatAcknowledgedCommitsSurviveAKill() {
    assertThat(Database.h2Url("jdbc:h2:file:./data/marsad")).contains(";WRITE_DELAY=0");
    assertThat(Database.h2Url("jdbc:h2:file:./x;write_delay=100"))
        .contains("write_delay=100")
        .doesNotContain("WRITE_DELAY=0");
  }

  @Test
  void openingAgainFindsWhatWasKept(@TempDir Path folder) {
    String url = "jdbc:h2:file:" + folder.resolve("marsad");
    try (Database database = Database.open(url)) {
      database
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute(
                      "INSERT INTO updates (update_id, received_at) VALUES (7, ?)", Instant.EPOCH));
    }
    try (Database database = Database.open(url)) {
      Instant kept =
          database
              .jdbi()
              .withHandle(
                  h -> h.createQuery("SELECT received_at FROM updates").mapTo(Instant.class).one());
      assertThat(kept).isEqualTo(Instant.EPOCH);
    }
  }

  @Test
  void aDatabaseThatCannotBeOpenedIsToldWithoutThePassword() {
    assertThatThrownBy(
            () ->
                Database.open(
                    "jdbc:postgresql://127.0.0.1:1/marsad?user=m&password=hidden&connectTimeout=1"))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("MARSAD_DATABASE_URL")
        .hasMessageNotContaining("hidden");
  }

  @Test
  void instantsKeepTheirMomentInAnyZone() {
    try (Database database = TestDatabase.open()) {
      Instant moment = Instant.parse("2026-03-29T01:30:00.123456Z");
      Instant back =
          database
              .jdbi()
              .withHandle(
                  h ->
                      h.createQuery("SELECT CAST(? AS TIMESTAMP WITH TIME ZONE)")
                          .bind(0, moment)
                          .mapTo(Instant.class)
                          .one());
      assertThat(back).isEqualTo(moment);
    }
  }
}
