package org.marsad.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.alert.Delivery;
import org.marsad.alert.Outbox;

class DatabaseTest {
  @Test
  void h2IsOpenedSoThatAcknowledgedCommitsSurviveAKill() {
    assertThat(Database.h2Url("jdbc:h2:file:./data/marsad")).contains(";WRITE_DELAY=0");
    assertThat(Database.h2Url("jdbc:h2:file:./x;write_delay=100"))
        .contains("write_delay=100")
        .doesNotContain("WRITE_DELAY=0");
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:h2:file:./data/marsad, jdbc:h2:async:file:./data/marsad;",
    "jdbc:h2:./data/marsad, jdbc:h2:async:./data/marsad;",
    "jdbc:h2:~/marsad;CACHE_SIZE=1, jdbc:h2:async:~/marsad;",
    "jdbc:h2:C:/marsad, jdbc:h2:async:C:/marsad;",
    "jdbc:h2:mem:x, jdbc:h2:mem:x;",
    "jdbc:h2:tcp://localhost/x, jdbc:h2:tcp://localhost/x;",
  })
  void onlyFilesAreOpenedSoThatAnInterruptDoesNotCloseThem(String given, String opened) {
    assertThat(Database.h2Url(given)).startsWith(opened);
  }

  @Test
  void anInterruptedThreadDoesNotCloseTheDatabase(@TempDir Path folder) {
    try (Database database = Database.open("jdbc:h2:file:" + folder.resolve("marsad"))) {
      Thread.currentThread().interrupt();
      insert(database, 7);
      assertThat(Thread.interrupted()).isTrue();
      insert(database, 8);
    }
  }

  private static void insert(Database database, int id) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "INSERT INTO updates (update_id, received_at) VALUES (?, ?)",
                    id,
                    Instant.EPOCH));
  }

  @Test
  void openingAgainFindsWhatWasKept(@TempDir Path folder) {
    String url = "jdbc:h2:file:" + folder.resolve("marsad");
    try (Database database = Database.open(url)) {
      insert(database, 7);
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
  void anH2ThatCountsFromTooLowAfterAKillGivesNoNumberTwice(@TempDir Path folder) {
    String url = "jdbc:h2:file:" + folder.resolve("marsad");
    try (Database database = Database.open(url)) {
      insertFeed(database, "https://a.example/feed");
      insertFeed(database, "https://b.example/feed");
      database
          .jdbi()
          .useHandle(handle -> handle.execute("ALTER TABLE feeds ALTER COLUMN id RESTART WITH 1"));
    }
    try (Database database = Database.open(url)) {
      insertFeed(database, "https://c.example/feed");
      List<Long> ids =
          database
              .jdbi()
              .withHandle(
                  handle -> handle.createQuery("SELECT id FROM feeds").mapTo(Long.class).list());
      assertThat(ids).hasSize(3).doesNotHaveDuplicates();
    }
  }

  @Test
  void aFileThatIsMostlyOutOfUseIsWrittenAnew(@TempDir Path folder) throws IOException {
    String url = "jdbc:h2:file:" + folder.resolve("marsad");
    Path file = folder.resolve("marsad.mv.db");
    try (Database database = Database.open(url)) {
      insertFeed(database, "https://a.example/feed");
      String title = "ع".repeat(200);
      for (int i = 0; i < 3000; i++) {
        int number = i;
        database
            .jdbi()
            .useHandle(handle -> handle.execute("UPDATE feeds SET title = ?", title + number));
      }
    }
    long grown = Files.size(file);
    assertThat(grown).isGreaterThan(16L << 20);
    try (Database database = Database.open(url)) {
      assertThat(Files.size(file)).isLessThan(grown / 5);
      String title =
          database
              .jdbi()
              .withHandle(
                  handle ->
                      handle.createQuery("SELECT title FROM feeds").mapTo(String.class).one());
      assertThat(title).endsWith("2999");
    }
  }

  private static void insertFeed(Database database, String url) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "INSERT INTO feeds (url, title, language, country) VALUES (?, '', 'ar', '')",
                    url));
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

  @ParameterizedTest
  @ValueSource(strings = {"guid", "link", "text"})
  void whatASourceShowedIsLookedUpByItsKeysNotReadWhole(String key) {
    try (Database database = TestDatabase.open()) {
      String plan =
          database
              .jdbi()
              .withHandle(
                  h ->
                      h.createQuery(
                              "EXPLAIN SELECT * FROM item_keys k WHERE k.feed_id = 1 AND k."
                                  + key
                                  + " IN ('a', 'b', 'c')")
                          .mapTo(String.class)
                          .one());
      assertThat(plan).contains("item_keys_" + key + ": " + key + " IN(");
    }
  }

  /** A database as an earlier version left it. */
  private static Jdbi asOf(String url, String version) {
    String vendor = Database.isH2(url) ? "h2" : "postgresql";
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("classpath:db/all", "classpath:db/" + vendor)
        .target(version + "?")
        .load()
        .migrate();
    return Jdbi.create(url);
  }

  private static void alertIsKept(String url, String version, String then) {
    asOf(url, version)
        .useHandle(
            handle -> {
              for (String row :
                  List.of(
                      "feeds (id, url, title, language, country) VALUES (1, 'https://a.example', 'a', 'ar', 'ly')",
                      "items (id, feed_id, guid, title, summary, body, language, categories, seen_at, changed_at)"
                          + " VALUES (2, 1, 'g', 'خبر', '', '', 'ar', '', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)",
                      "chats (id, telegram_id, kind, title, language, zone, state, created_at)"
                          + " VALUES (3, 7, 'private', '', 'ar', 'UTC', 'active', CURRENT_TIMESTAMP)",
                      "outbox (id, chat_id, item_id, hits, state, due_at, created_at)"
                          + " VALUES (4, 3, 2, '[]', 'pending', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)")) {
                handle.execute("INSERT INTO " + row);
              }
              handle.execute(then);
            });
    try (Database database = Database.open(url)) {
      Outbox outbox = new Outbox(database.jdbi());
      Instant soon = Clock.systemUTC().instant().plusSeconds(60);
      assertThat(outbox.claim(10, Duration.ofMinutes(1), soon))
          .extracting(Delivery::id)
          .containsExactly(4L);
    }
  }

  /** The first version, and the last before a column of the fourth was dropped. */
  @ParameterizedTest
  @CsvSource({
    "3, UPDATE outbox SET attempts = 1",
    "4, UPDATE outbox SET listed_in = 4",
    "19, UPDATE outbox SET listed_in = 4",
  })
  void whatAnEarlierVersionKeptIsKept(String version, String then) {
    alertIsKept(
        Database.h2Url("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"), version, then);
    alertIsKept(TestPostgres.url(), version, then);
  }
}
