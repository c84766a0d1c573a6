package org.marsad.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.marsad.feed.Item;

/** Many watches together, after any coming and going, hit what each of them alone would hit. */
class MatcherPropertiesTest {
  private static final String WORDS =
      "نفط|النفط|نفطية|غاز|بالغاز|وزير|الوزير|الخارجية|ليبيا|الليبي|أبو|سليم|أبوسليم|على|علي|oil|cease|fire|ceasefire";

  /** What happens to the watchlist: a watch of this id and query is made, or removed. */
  record Change(long id, boolean add, Query query) {}

  @Property(tries = 300)
  void togetherTheyHitWhatEachAloneWould(
      @ForAll("changes") List<Change> changes, @ForAll("items") List<Item> items) {
    WatchMatcher matcher = new WatchMatcher(Samples.catalogue());
    Map<Long, Query> alive = new TreeMap<>();
    for (Change change : changes) {
      if (change.add()) {
        alive.put(change.id(), change.query());
        String query = QueryParser.print(change.query());
        matcher.add(new Watch(change.id(), change.id() % 3, query, query, Instant.EPOCH));
      } else {
        alive.remove(change.id());
        matcher.remove(change.id());
      }
    }
    for (Item item : items) {
      List<Long> each =
          alive.entrySet().stream()
              .filter(watch -> matcher.trial(watch.getValue()).on(item, Samples.feed()).isPresent())
              .map(Map.Entry::getKey)
              .toList();
      assertThat(matcher.match(item, Samples.feed()).hits())
          .extracting(hit -> hit.watch().id())
          .isEqualTo(each);
    }
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
  Arbitrary<List<Item>> items() {
    return text().map(Samples::item).list().ofSize(4);
  }

  private static Arbitrary<String> word() {
    return Arbitraries.of(WORDS.split("\\|"));
  }

  private static Arbitrary<String> text() {
    return word().list().ofMaxSize(8).map(words -> String.join(" ", words));
  }

  private static Arbitrary<Query> words() {
    return Combinators.combine(
            word().list().ofMinSize(1).ofMaxSize(2), Arbitraries.of(Query.Form.values()))
        .as((words, form) -> new Query.Words(String.join(" ", words), form));
  }

  private static Arbitrary<Query> queries() {
    return Arbitraries.oneOf(
        words(),
        Arbitraries.of("الوز*", "ceas*", "نفطي*")
            .map(stem -> new Query.Prefix(stem.replace("*", ""))),
        words().list().ofMinSize(1).ofMaxSize(3).map(Query::all),
        words().list().ofMinSize(1).ofMaxSize(3).map(Query::any),
        Combinators.combine(words(), words()).as((a, b) -> Query.all(List.of(a, Query.not(b)))),
        Combinators.combine(words(), words()).as((a, b) -> new Query.Near(1, List.of(a, b))));
  }
}
