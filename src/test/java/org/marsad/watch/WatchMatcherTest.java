package org.marsad.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.entity.Catalogue;
import org.marsad.entity.Mention;
import org.marsad.text.Document;

/** Watches come, are shared, and go; the matcher never says what is not so meanwhile. */
class WatchMatcherTest {
  private final WatchMatcher matcher = new WatchMatcher(Samples.catalogue());

  private static Watch watch(long id, long chat, String query) {
    return new Watch(id, chat, query, query, Instant.EPOCH);
  }

  private List<Long> hits(String title) {
    return matcher.match(Samples.item(title), Samples.feed()).hits().stream()
        .map(hit -> hit.watch().id())
        .toList();
  }

  @Test
  void aWatchCountsFromTheNextItemOnUntilItIsRemoved() {
    matcher.add(watch(1, 1, "نفط"));
    assertThat(hits("صادرات النفط")).containsExactly(1L);
    matcher.remove(1);
    assertThat(hits("صادرات النفط")).isEmpty();
    matcher.add(watch(2, 1, "نفط"));
    assertThat(hits("صادرات النفط")).containsExactly(2L);
  }

  @Test
  void removingOneWatchLeavesThoseThatShareItsWords() {
    matcher.add(watch(1, 1, "وزير النفط"));
    matcher.add(watch(2, 1, "وزير الخارجية"));
    matcher.add(watch(3, 2, "وزير النفط"));
    matcher.add(watch(4, 2, "نفط -وزير"));
    matcher.remove(1);
    matcher.remove(2);
    assertThat(hits("وزير النفط ووزير الخارجية")).containsExactly(3L);
    matcher.remove(3);
    assertThat(hits("النفط ووزير الخارجية")).isEmpty();
    assertThat(hits("النفط والخارجية")).containsExactly(4L);
  }

  @Test
  void aForgottenChatHearsNothingAndOthersGoOn() {
    matcher.add(watch(1, 1, "نفط"));
    matcher.add(watch(2, 1, "غاز"));
    matcher.add(watch(3, 2, "غاز"));
    matcher.removeChat(1);
    assertThat(hits("نفط وغاز")).containsExactly(3L);
  }

  @Test
  void theSameIdReplacesTheWatch() {
    matcher.add(watch(1, 1, "نفط"));
    matcher.add(watch(1, 1, "غاز"));
    assertThat(hits("نفط")).isEmpty();
    assertThat(hits("غاز")).containsExactly(1L);
  }

  private static Watch called(long id, String query, String label) {
    return new Watch(id, 1, query, label, Instant.EPOCH);
  }

  /** An item that is being read while this happens: after its words, before its mentions. */
  private static List<Hit> hitsAcross(Watchlist watches, String title, Runnable change) {
    List<Mention> none =
        new AbstractList<>() {
          @Override
          public Mention get(int index) {
            throw new IndexOutOfBoundsException(index);
          }

          @Override
          public int size() {
            change.run();
            return 0;
          }
        };
    return watches.hits(Document.of(title, ""), none, Samples.feed());
  }

  @Test
  void aRenamedWatchMissesNoItemAndHitsItOnce() {
    Query query = Query.keyword("نفط");
    Watchlist watches = new Watchlist();
    watches.add(called(1, "نفط", "النفط"), query);
    assertThat(hitsAcross(watches, "نفط", () -> watches.rename(called(1, "نفط", "Oil"))))
        .extracting(hit -> hit.watch().label())
        .containsExactly("Oil");
  }

  @Test
  void aReplacedWatchCountsForTheItemThatIsBeingReadAndItsSuccessorForTheNext() {
    Watchlist watches = new Watchlist();
    watches.add(called(1, "نفط", "النفط"), Query.keyword("نفط"));
    Runnable replace =
        () -> {
          watches.add(called(1, "غاز", "الغاز"), Query.keyword("غاز"));
          watches.add(called(2, "ذهب", "الذهب"), Query.keyword("ذهب"));
        };
    assertThat(hitsAcross(watches, "نفط وغاز", replace))
        .extracting(hit -> hit.watch().label())
        .containsExactly("النفط");
    assertThat(hitsAcross(watches, "نفط وغاز", () -> {}))
        .extracting(hit -> hit.watch().label())
        .containsExactly("الغاز");
    watches.remove(1);
    assertThat(hitsAcross(watches, "نفط وغاز", () -> {})).isEmpty();
  }

  @Test
  void aWatchMadeAgainUnderItsIdIsRenamed() {
    matcher.add(called(1, "نفط", "النفط"));
    matcher.add(called(1, "نفط", "Oil"));
    assertThat(matcher.match(Samples.item("نفط"), Samples.feed()).hits())
        .extracting(hit -> hit.watch().label())
        .containsExactly("Oil");
  }

  @Test
  void aWatchAddedWhileTheStoredOnesAreReadIsNotForgotten() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    List<Future<?>> adding = new ArrayList<>();
    try {
      matcher.reload(
          () -> {
            adding.add(thread.submit(() -> matcher.add(watch(2, 1, "غاز"))));
            return List.of(watch(1, 1, "نفط"));
          });
      adding.get(0).get();
      assertThat(hits("نفط وغاز")).containsExactly(1L, 2L);
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void aNewCatalogueCountsFromTheNextItemOnAndWatchesStay(@TempDir Path folder) throws IOException {
    matcher.add(watch(1, 1, "جهة:saddam-haftar"));
    matcher.add(watch(2, 1, "نفط"));
    assertThat(hits("صدام حفتر والنفط")).containsExactly(1L, 2L);
    Path other = folder.resolve("entities.yaml");
    Files.writeString(other, "entities: [{id: saddam-haftar, group: person, names: {ar: زيد}}]");
    matcher.use(Catalogue.read(other));
    assertThat(hits("صدام حفتر والنفط")).containsExactly(2L);
    assertThat(hits("زيد والنفط")).containsExactly(1L, 2L);
  }

  @Test
  void reloadReplacesAllAndNamesTheDamaged() {
    matcher.add(watch(1, 1, "نفط"));
    assertThat(
            matcher.reload(
                () -> List.of(watch(2, 1, "غاز"), watch(3, 1, "(غاز"), watch(4, 1, "جهة:nobody"))))
        .containsExactly(3L, 4L);
    assertThat(hits("نفط وغاز")).containsExactly(2L);
  }

  @Test
  void aWatchThatDoesNotParseIsNeverTakenSilently() {
    matcher.add(watch(1, 1, "نفط"));
    assertThatThrownBy(() -> matcher.add(watch(1, 1, "(غاز")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("watch 1", "(غاز");
    assertThat(hits("نفط وغاز")).containsExactly(1L);
  }

  @Test
  void anItemTellsWhomItMentions() {
    assertThat(matcher.match(Samples.item("صدام حفتر يزور روما"), Samples.feed()).entities())
        .contains("saddam-haftar")
        .doesNotContain("khalifa-haftar");
  }

  @Test
  void oneEvaluationServesAllChatsThatAskTheSame() {
    for (int i = 0; i < 5_000; i++) {
      matcher.add(watch(i, i, i % 2 == 0 ? "نفط AND ليبيا" : "ليبيا & نفط"));
    }
    List<Hit> hits = matcher.match(Samples.item("نفط ليبيا"), Samples.feed()).hits();
    assertThat(hits).hasSize(5_000);
    assertThat(hits).allSatisfy(hit -> assertThat(hit.places()).isSameAs(hits.get(0).places()));
    for (int i = 0; i < 4_999; i++) {
      matcher.remove(i);
    }
    assertThat(hits("نفط ليبيا")).containsExactly(4_999L);
  }

  @Test
  void hitsComeInTheOrderInWhichWatchesWereMade() {
    List.of(9L, 3L, 7L, 1L).forEach(id -> matcher.add(watch(id, id, id > 4 ? "نفط" : "غاز")));
    assertThat(hits("نفط وغاز")).containsExactly(1L, 3L, 7L, 9L);
  }

  /**
   * While others are added and removed and it is renamed without end, a watch always hits, once.
   */
  @Test
  void matchingGoesOnAndStaysRightWhileWatchesComeAndGo() throws Exception {
    matcher.add(watch(1, 1, "نفط"));
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Integer> matching = threads.submit(() -> matchUntil(done));
      Future<Integer> also = threads.submit(() -> matchUntil(done));
      for (long i = 2; i < 6_000; i += 3) {
        matcher.add(watch(i, 2, "نفط -غاز"));
        matcher.add(watch(i + 1, 2, "كلمة" + i));
        matcher.add(watch(i + 2, 2, "قرب/2(نفط، ذهب" + i % 7 + ")"));
        matcher.add(called(1, "نفط", "النفط " + i));
        matcher.remove(i);
        matcher.remove(i + 1);
        matcher.add(called(1, "نفط -ذهب" + i, "النفط وحده"));
        matcher.reload(() -> List.of(watch(1, 1, "نفط")));
      }
      done.set(true);
      assertThat(matching.get()).isPositive();
      assertThat(also.get()).isPositive();
    } finally {
      threads.shutdownNow();
    }
    assertThat(hits("نفط وغاز")).containsExactly(1L);
  }

  private int matchUntil(AtomicBoolean done) {
    int matched = 0;
    while (!done.get()) {
      assertThat(hits("نفط وغاز من الجنوب")).containsExactly(1L);
      matched++;
    }
    return matched;
  }
}
