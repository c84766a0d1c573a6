package org.marsad.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.marsad.entity.Catalogue;
import org.marsad.entity.EntityTagger;
import org.marsad.feed.Feed;
import org.marsad.feed.Item;

/** Many watches together hit what the plainest evaluation of each says, come and go what may. */
class MatcherPropertiesTest {
  private static final String WORDS =
      "نفط|النفط|نفطية|غاز|بالغاز|وزير|الوزير|الخارجية|ليبيا|الليبي|أبو|سليم|أبوسليم|على|علي|oil|cease|fire|ceasefire"
          + "|صدام|حفتر|خليفة حفتر|صدام حفتر|لحفتر|.";

  private static final Catalogue CATALOGUE = Samples.catalogue();
  private static final EntityTagger TAGGER = new EntityTagger(CATALOGUE);
  // Shared, for compiling the catalogue takes longer than all else.
  private static final WatchMatcher MATCHER = new WatchMatcher(CATALOGUE);
  private static final ExecutorService READER = Executors.newSingleThreadExecutor();

  /** What happens to the watchlist: a watch of this id and query is made, or removed. */
  record Change(long id, boolean add, Query query) {}

  /** An item and where it stood. */
  record Read(Item item, Feed feed) {}

  @AfterContainer
  static void end() {
    READER.shutdownNow();
  }

  @Property(tries = 300)
  void togetherTheyHitWhatEachAloneWould(
      @ForAll("changes") List<Change> changes, @ForAll("items") List<Read> items) {
    MATCHER.reload(List::of);
    Map<Long, Query> alive = new TreeMap<>();
    changes.forEach(change -> make(change, alive));
    items.forEach(read -> assertThat(hits(read)).isEqualTo(right(alive, read)));
  }

  /** Watches that stay, while others come and go: at every moment exactly what they ask for. */
  @Property(tries = 100)
  void whatStaysIsHitRightlyWhileOthersComeAndGo(
      @ForAll("changes") List<Change> first,
      @ForAll("changes") List<Change> meanwhile,
      @ForAll("items") List<Read> items)
      throws Exception {
    MATCHER.reload(List::of);
    Map<Long, Query> alive = new TreeMap<>();
    first.forEach(change -> make(change, alive));
    Future<List<List<Long>>> reading = READER.submit(() -> readAll(items));
    long behind = 100;
    for (Change change : meanwhile) {
      Change other = new Change(change.id() + behind, change.add(), change.query());
      make(other, new TreeMap<>());
    }
    List<List<Long>> hits = reading.get();
    for (int i = 0; i < items.size(); i++) {
      assertThat(hits.get(i)).filteredOn(id -> id < behind).isEqualTo(right(alive, items.get(i)));
    }
  }

  private static List<List<Long>> readAll(List<Read> items) {
    List<List<Long>> hits = new ArrayList<>();
    items.forEach(read -> hits.add(hits(read)));
    return hits;
  }

  private static void make(Change change, Map<Long, Query> alive) {
    if (change.add()) {
      alive.put(change.id(), change.query());
      String query = QueryParser.print(change.query());
      MATCHER.add(new Watch(change.id(), change.id() % 3, query, query, Instant.EPOCH));
    } else {
      alive.remove(change.id());
      MATCHER.remove(change.id());
    }
  }

  private static List<Long> hits(Read read) {
    return MATCHER.match(read.item(), read.feed()).hits().stream()
        .map(hit -> hit.watch().id())
        .toList();
  }

  private static List<Long> right(Map<Long, Query> watches, Read read) {
    Naive naive = new Naive(read.item(), read.feed(), TAGGER);
    return watches.entrySet().stream()
        .filter(watch -> naive.holds(watch.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Provide
  Arbitrary<List<Change>> changes() {
    return Combinators.combine(
            Arbitraries.longs().between(1, 6), Arbitraries.of(true, true, false), queries())
        .as(Change::new)
        .list()
        .ofMaxSize(14);
  }

  @Provide
  Arbitrary<List<Read>> items() {
    Arbitrary<Feed> feeds =
        Arbitraries.of(
            Samples.feed("المرصد الليبي", "https://news.example.ly/rss", "ar", "ly"),
            Samples.feed("Sudan Wire", "https://wire.example/rss", "en", "sd"));
    return Combinators.combine(text(), text(), feeds)
        .as((title, text, feed) -> new Read(Samples.item(title, text), feed))
        .list()
        .ofSize(4);
  }

  private static Arbitrary<String> word() {
    return Arbitraries.of(WORDS.split("\\|"));
  }

  private static Arbitrary<String> text() {
    return word().list().ofMaxSize(8).map(words -> String.join(" ", words));
  }

  private static Arbitrary<Query> words() {
    return Combinators.combine(
            word().filter(word -> !word.equals(".")).list().ofMinSize(1).ofMaxSize(2),
            Arbitraries.of(Query.Form.values()))
        .as((words, form) -> new Query.Words(String.join(" ", words), form));
  }

  /** What has a place in a text. */
  private static Arbitrary<Query> placed() {
    return Arbitraries.oneOf(
        words(),
        Arbitraries.of("الوزير", "ceas", "نفطي").map(Query.Prefix::new),
        Arbitraries.of("saddam-haftar", "khalifa-haftar").map(Query.OfEntity::new));
  }

  private static Arbitrary<Query> leaves() {
    return Arbitraries.oneOf(
        placed(),
        placed(),
        Arbitraries.of("المرصد", "الليبي", "wire", "example.ly", "wire.example")
            .map(Query.FromSource::new),
        Arbitraries.of("ar", "en", "fr").map(Query.InLanguage::new),
        Arbitraries.of("ly", "sd").map(Query.FromCountry::new));
  }

  private static Arbitrary<Query> queries() {
    return Arbitraries.oneOf(
        leaves(),
        leaves().list().ofMinSize(1).ofMaxSize(3).map(Query::all),
        leaves().list().ofMinSize(1).ofMaxSize(3).map(Query::any),
        leaves().map(Query::inTitle),
        leaves().list().ofMinSize(2).ofMaxSize(3).map(parts -> Query.inTitle(Query.any(parts))),
        Combinators.combine(leaves(), leaves()).as((a, b) -> Query.all(List.of(a, Query.not(b)))),
        Combinators.combine(leaves(), leaves())
            .as((a, b) -> Query.all(List.of(a, Query.not(Query.inTitle(b))))),
        Combinators.combine(
                Arbitraries.integers().between(1, 3), placed().list().ofMinSize(2).ofMaxSize(4))
            .as(Query.Near::new),
        Combinators.combine(placed(), placed(), placed())
            .as((a, b, c) -> new Query.Near(2, List.of(Query.any(List.of(a, b)), c))));
  }
}
