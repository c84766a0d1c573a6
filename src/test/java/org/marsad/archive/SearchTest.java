package org.marsad.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pages of results, and dry runs. */
class SearchTest {
  private final Shelf shelf = new Shelf();

  @AfterEach
  void close() {
    shelf.close();
  }

  private Results page(Archive archive, Turn turn) {
    return archive.search(shelf.query("هدنة"), shelf.feeds.all(), turn);
  }

  private void storeHourly(int items) {
    for (int i = 1; i <= items; i++) {
      shelf.store("هدنة " + i, "");
      shelf.store("نفط " + i, "");
      shelf.clock.step(Duration.ofHours(1));
    }
  }

  @Test
  void theNewestComeFirstFiveAPage() {
    storeHourly(12);
    try (Archive archive = shelf.archive(null)) {
      Results first = page(archive, Turn.NEWEST);
      Results second = page(archive, first.older());
      Results third = page(archive, second.older());

      assertThat(Shelf.titles(first.found()))
          .containsExactly("هدنة 12", "هدنة 11", "هدنة 10", "هدنة 9", "هدنة 8");
      assertThat(Shelf.titles(second.found())).startsWith("هدنة 7").endsWith("هدنة 3");
      assertThat(Shelf.titles(third.found())).containsExactly("هدنة 2", "هدنة 1");
      assertThat(first.newer()).isNull();
      assertThat(third.older()).isNull();
    }
  }

  @Test
  void oneCanTurnBackToTheSamePages() {
    storeHourly(17);
    try (Archive archive = shelf.archive(null)) {
      List<Results> onward = new ArrayList<>();
      for (Turn turn = Turn.NEWEST; turn != null; turn = onward.get(onward.size() - 1).older()) {
        onward.add(page(archive, turn));
      }
      List<Results> backward = new ArrayList<>(List.of(onward.get(onward.size() - 1)));
      for (Turn turn = backward.get(0).newer(); turn != null; ) {
        Results newer = page(archive, turn);
        backward.add(newer);
        turn = newer.newer();
      }
      Collections.reverse(backward);

      assertThat(backward).hasSize(4).extracting(Results::found).isEqualTo(found(onward));
    }
  }

  private static List<List<Found>> found(List<Results> pages) {
    return pages.stream().map(Results::found).toList();
  }

  @Test
  void pagesDoNotShiftWhenNewsComes() {
    storeHourly(12);
    try (Archive archive = shelf.archive(null)) {
      Results first = page(archive, Turn.NEWEST);
      storeHourly(7);
      archive.follow();

      assertThat(Shelf.titles(page(archive, first.older()).found())).startsWith("هدنة 7");
    }
  }

  @Test
  void nothingFoundIsAnEmptyPage() {
    storeHourly(2);
    try (Archive archive = shelf.archive(null)) {
      Results page = archive.search(shelf.query("ذهب"), shelf.feeds.all(), Turn.NEWEST);

      assertThat(page).isEqualTo(new Results(List.of(), null, null, true));
    }
  }

  @Test
  void onlySourcesThatAreHeardCount() {
    shelf.store(0, List.of(new Shelf.Text("هدنة أولى", "")));
    shelf.store(1, List.of(new Shelf.Text("هدنة ثانية", "")));
    try (Archive archive = shelf.archive(null)) {
      DryRun run = archive.tryOut(shelf.query("هدنة"), List.of(shelf.feed(1)), Duration.ofDays(7));

      assertThat(Shelf.titles(run.newest())).containsExactly("هدنة ثانية");
      assertThat(run.hits()).isEqualTo(1);
    }
  }

  @Test
  void eachResultSaysWhereTheHitStands() {
    shelf.store("خبر", "اتفاق على الهدنة في الشمال");
    try (Archive archive = shelf.archive(null)) {
      Found found = page(archive, Turn.NEWEST).found().get(0);

      assertThat(found.places())
          .singleElement()
          .satisfies(
              place ->
                  assertThat(found.item().summary().substring(place.start(), place.end()))
                      .isEqualTo("الهدنة"));
    }
  }

  @Test
  void aDryRunCountsTheLastDaysAndSaysHowManyADay() {
    storeHourly(24 * 9);
    try (Archive archive = shelf.archive(null)) {
      DryRun run = archive.tryOut(shelf.query("هدنة"), shelf.feeds.all(), Duration.ofDays(7));

      assertThat(run.hits()).isEqualTo(24 * 7);
      assertThat(run.days()).isEqualTo(7);
      assertThat(run.perDay()).isEqualTo(24);
      assertThat(run.isCutShort()).isFalse();
      assertThat(Shelf.titles(run.newest())).hasSize(5).startsWith("هدنة 216");
    }
  }

  @Test
  void aDryRunOnYoungStockSaysHowFarItLooked() {
    storeHourly(60);
    try (Archive archive = shelf.archive(null)) {
      DryRun run = archive.tryOut(shelf.query("هدنة"), shelf.feeds.all(), Duration.ofDays(7));

      assertThat(run.days()).isEqualTo(3);
      assertThat(run.perDay()).isEqualTo(20);
    }
  }

  @Test
  void workIsBoundedAndThenTheNewestCount() {
    for (int day = 0; day < 6; day++) {
      for (int i = 0; i < 10; i++) {
        List<Shelf.Text> texts = new ArrayList<>();
        for (int j = 0; j < 100; j++) {
          texts.add(new Shelf.Text("هدنة", ""));
        }
        shelf.store(0, texts);
      }
      shelf.clock.step(Duration.ofDays(1));
    }
    try (Archive archive = shelf.archive(null)) {
      DryRun run = archive.tryOut(shelf.query("هدنة"), shelf.feeds.all(), Duration.ofDays(7));

      assertThat(run.isCutShort()).isTrue();
      assertThat(run.hits()).isEqualTo(Confirmation.MAX_ITEMS);
      assertThat(run.days()).isEqualTo(5);
      assertThat(run.perDay()).isEqualTo(1000);
    }
  }

  @Test
  void aPageBehindManyThatOnlyLookAlikeCanStillBeReached() {
    shelf.store("وقف إطلاق النار", "");
    shelf.clock.step(Duration.ofMinutes(1));
    for (int i = 0; i < 60; i++) {
      List<Shelf.Text> texts = new ArrayList<>();
      for (int j = 0; j < 100; j++) {
        texts.add(new Shelf.Text("النار بعد إطلاق القذائف في وقف", ""));
      }
      shelf.store(0, texts);
      shelf.clock.step(Duration.ofMinutes(1));
    }
    try (Archive archive = shelf.archive(null)) {
      Results first =
          archive.search(shelf.query("وقف إطلاق النار"), shelf.feeds.all(), Turn.NEWEST);
      assertThat(first.found()).isEmpty();

      assertThat(shelf.search(archive, "وقف إطلاق النار")).containsExactly("وقف إطلاق النار");
    }
  }
}
