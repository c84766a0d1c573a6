package org.marsad.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.entity.Catalogue;

/** The index follows the database, whatever happens in between. */
class FollowingTest {
  private final Shelf shelf = new Shelf();
  @TempDir private Path folder;
  @TempDir private Path elsewhere;

  @AfterEach
  void close() {
    shelf.close();
  }

  @Test
  void whatIsStoredIsFoundAfterTheNextLook() {
    try (Archive archive = shelf.archive(folder)) {
      shelf.store("هدنة في الشمال", "");
      assertThat(shelf.search(archive, "هدنة")).isEmpty();

      archive.follow();
      assertThat(shelf.search(archive, "هدنة")).containsExactly("هدنة في الشمال");
    }
  }

  @Test
  void anItemIsFoundOnceHoweverOftenItIsLookedAt() {
    try (Archive archive = shelf.archive(folder)) {
      shelf.store("هدنة", "");
      for (int i = 0; i < 5; i++) {
        archive.follow();
        shelf.clock.step(Duration.ofMinutes(2));
      }

      assertThat(shelf.search(archive, "هدنة")).hasSize(1);
    }
  }

  @Test
  void aTransactionThatCommitsLateIsNotMissed() {
    try (Archive archive = shelf.archive(folder);
        Handle late = shelf.database.jdbi().open()) {
      late.begin();
      insert(late, "هدنة متأخرة");
      shelf.clock.step(Duration.ofSeconds(20));
      shelf.store("هدنة مبكرة", "");
      archive.follow();
      assertThat(shelf.search(archive, "هدنة")).containsExactly("هدنة مبكرة");

      late.commit();
      shelf.clock.step(Duration.ofSeconds(1));
      archive.follow();
      assertThat(shelf.search(archive, "هدنة"))
          .containsExactlyInAnyOrder("هدنة مبكرة", "هدنة متأخرة");
    }
  }

  private void insert(Handle handle, String title) {
    handle.execute(
        """
        INSERT INTO items (feed_id, guid, title, summary, body, language, categories, seen_at, changed_at)
        VALUES (?, ?, ?, '', '', '', '', ?, ?)""",
        shelf.feed(0).id(),
        title,
        title,
        shelf.clock.instant(),
        shelf.clock.instant());
  }

  @Test
  void aChangedHeadlineIsFoundByItsNewWordsAlone() {
    try (Archive archive = shelf.archive(folder)) {
      shelf.store("هدنة في الشمال", "");
      archive.follow();
      shelf.clock.step(Duration.ofHours(1));
      shelf.rename("هدنة في الشمال", "معارك في الشمال");
      archive.follow();

      assertThat(shelf.search(archive, "هدنة")).isEmpty();
      assertThat(shelf.search(archive, "معارك")).containsExactly("معارك في الشمال");
    }
  }

  @Test
  void aKillLosesNothing() throws IOException {
    Archive killed = shelf.archive(folder);
    shelf.store("هدنة أولى", "");
    shelf.clock.step(Duration.ofMinutes(10));
    killed.follow();
    shelf.clock.step(Duration.ofSeconds(5));
    shelf.store("هدنة ثانية", "");
    killed.follow();
    // What a killed process leaves is what is on the disk at that moment: the first alone.
    Path left = copy(folder);
    killed.close();

    try (ItemIndex index = ItemIndex.open(left)) {
      assertThat(index.size()).isEqualTo(1);
    }
    try (Archive next = shelf.archive(left)) {
      assertThat(shelf.search(next, "هدنة")).containsExactly("هدنة ثانية", "هدنة أولى");
    }
  }

  private Path copy(Path from) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, elsewhere.resolve(file.getFileName()));
      }
    }
    return elsewhere;
  }

  @Test
  void aRestartGoesOnWhereTheIndexWasLeft() throws IOException {
    shelf.store("هدنة", "");
    shelf.clock.step(Duration.ofMinutes(6));
    Instant last = shelf.clock.instant();
    shelf.store("نفط", "");
    shelf.clock.step(Duration.ofMinutes(6));
    shelf.archive(folder).close();

    try (ItemIndex index = ItemIndex.open(folder)) {
      assertThat(index.mark().settled()).isEqualTo(last);
      assertThat(index.size()).isEqualTo(2);
    }
  }

  @Test
  void aClockThatIsPutBackHidesNothing() {
    try (Archive archive = shelf.archive(folder)) {
      shelf.clock.step(Duration.ofHours(3));
      shelf.store("هدنة أولى", "");
      archive.follow();
      shelf.clock.step(Duration.ofMinutes(10));
      archive.follow();
      shelf.clock.step(Duration.ofHours(-2));
      shelf.store("هدنة ثانية", "");
      archive.follow();

      assertThat(shelf.search(archive, "هدنة")).hasSize(2);
    }
  }

  @Test
  void whatTheDatabaseDeletedIsForgotten() throws IOException {
    try (Archive archive = shelf.archive(folder)) {
      shelf.store("هدنة قديمة", "");
      shelf.clock.step(Duration.ofDays(31));
      shelf.store("هدنة جديدة", "");
      archive.follow();
      delete("هدنة قديمة");
      assertThat(shelf.search(archive, "هدنة")).containsExactly("هدنة جديدة");

      shelf.clock.step(Duration.ofHours(2));
      archive.follow();
    }
    try (ItemIndex index = ItemIndex.open(folder)) {
      assertThat(index.size()).isEqualTo(1);
    }
  }

  private void delete(String title) {
    shelf
        .database
        .jdbi()
        .useHandle(handle -> handle.execute("DELETE FROM items WHERE title = ?", title));
  }

  @Test
  void untilAllIsTakenOverAnswersSaySo() {
    shelf.store("هدنة", "");
    try (Archive archive = new Archive(shelf.items, shelf.matcher, shelf.clock, folder)) {
      Results before = archive.search(shelf.query("هدنة"), shelf.feeds.all(), Turn.NEWEST);
      assertThat(before).isEqualTo(new Results(List.of(), null, null, false));

      archive.follow();
      Results after = archive.search(shelf.query("هدنة"), shelf.feeds.all(), Turn.NEWEST);
      assertThat(after.isComplete()).isTrue();
      assertThat(after.found()).hasSize(1);
    }
  }

  @Test
  void aNewCatalogueCountsForWhatWasStoredBefore() throws IOException {
    Path other = elsewhere.resolve("entities.yaml");
    Files.writeString(
        other, "entities: [{id: saddam-haftar, group: person, names: {ar: زيد الهوني}}]");
    try (Archive archive = shelf.archive(folder)) {
      shelf.store("زيد الهوني يزور الشمال", "");
      archive.follow();
      assertThat(shelf.search(archive, "جهة:saddam-haftar")).isEmpty();

      shelf.matcher.use(Catalogue.read(other));
      assertThat(shelf.search(archive, "جهة:saddam-haftar")).hasSize(1);
      archive.follow();
      assertThat(shelf.search(archive, "جهة:saddam-haftar")).hasSize(1);
    }
  }

  @Test
  void aClosedArchiveFollowsNoMore() {
    Archive archive = shelf.archive(folder);
    archive.close();
    shelf.store("هدنة", "");
    archive.follow();

    assertThat(shelf.search(archive, "هدنة")).isEmpty();
  }
}
