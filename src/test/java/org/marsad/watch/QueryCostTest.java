package org.marsad.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.entity.Catalogue;
import org.marsad.entity.EntityTagger;
import org.marsad.feed.Item;
import org.marsad.text.Document;
import org.marsad.watch.QueryParser.Parsed;

/** No query makes an item cost more than a fixed budget, whatever both are. */
class QueryCostTest {
  private static final Catalogue CATALOGUE = Samples.catalogue();
  private static final EntityTagger TAGGER = new EntityTagger(CATALOGUE);
  private static final int WORDS = 50_000;

  /** The first 59 of these words come again and again, the last stands at the end alone. */
  private static String item(int words) {
    return IntStream.range(0, words)
            .mapToObj(i -> word(i % (QueryParser.MAX_TERMS - 1)))
            .collect(Collectors.joining(" "))
        + ". "
        + word(QueryParser.MAX_TERMS - 1);
  }

  private static String word(int number) {
    return "abcd" + number + "x";
  }

  private static String joined(int from, int to, String between, IntFunction<String> part) {
    return IntStream.range(from, to).mapToObj(part).collect(Collectors.joining(between));
  }

  /** A NEAR of five parts that share all terms from one number to another, but the last. */
  private static String near(int from, int to) {
    int size = (to - from) / 5;
    return "NEAR/10("
        + joined(0, 5, ",", i -> "(" + any(from + i * size, from + (i + 1) * size) + ")")
        + ")";
  }

  /** A NEAR of which four parts stand side by side everywhere, and the fifth at the end alone. */
  private static String never(int words) {
    String interleaved =
        joined(
            0,
            4,
            ",",
            part -> "(" + joined(0, (words - part + 3) / 4, "|", i -> word(i * 4 + part)) + ")");
    return "NEAR/10(" + interleaved + "," + word(59) + ")";
  }

  private static String any(int from, int to) {
    return joined(from, to, "|", QueryCostTest::word);
  }

  static Stream<String> costlyQueries() {
    return Stream.of(
        any(0, 60),
        joined(0, 60, " ", QueryCostTest::word),
        joined(0, 60, " -", QueryCostTest::word),
        joined(0, 60, "|", i -> "abcd" + i % 10 + "*"),
        near(0, 60),
        never(59),
        "(" + never(40) + "|" + word(40) + ") " + word(41),
        "((" + never(40) + "|" + word(40) + ") " + word(41) + "|" + never(10) + ") " + word(42),
        joined(0, 12, "|", i -> near(i * 5, i * 5 + 5)),
        "((((" + near(0, 40) + "|" + any(40, 45) + ")" + any(45, 50) + ")|" + near(50, 60) + "))",
        "title:(" + near(0, 30) + "|" + near(30, 60) + ")");
  }

  private static int steps(String typed, String text) {
    Parsed parsed = QueryParser.parse(typed, CATALOGUE);
    assertThat(parsed).isInstanceOf(Parsed.Ok.class);
    Index index = new Index();
    Asked asked = index.ask(((Parsed.Ok) parsed).query());
    Sightings seen = index.see(Document.of(text, text), List.of(), Samples.feed()).sightings();
    seen.work().begin();
    if (asked.holds(seen)) {
      asked.places(seen);
    }
    return seen.work().steps();
  }

  @ParameterizedTest
  @MethodSource("costlyQueries")
  void howeverLongTheItemTheQueryCostsTheSameWithinItsBudget(String query) {
    int cost = steps(query, item(WORDS));
    assertThat(cost).isPositive().isLessThan(Work.BUDGET);
    assertThat(steps(query, item(WORDS / 2))).isEqualTo(cost);
  }

  @ParameterizedTest
  @MethodSource("costlyQueries")
  void whatMayBeAskedCanBeExplained(String typed) {
    Query query = ((Parsed.Ok) QueryParser.parse(typed, CATALOGUE)).query();
    Trial trial = new Trial(query, TAGGER);
    Item item = Samples.item(item(WORDS / 5), item(WORDS / 5));
    assertThat(trial.explain(item, Samples.feed()).hit())
        .isEqualTo(trial.on(item, Samples.feed()).isPresent());
  }

  @Test
  void whatIsPastTheBudgetEnds() {
    Work work = new Work();
    work.spend(Work.BUDGET);
    assertThatThrownBy(() -> work.spend(1)).isInstanceOf(IllegalStateException.class);
    work.begin();
    work.spend(1);
    assertThat(work.steps()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ا", "دار", "أبو", "أبو ظبي", "عبد الله", "بن", "w", "الدار أبو"})
  void aPhraseIsNeverBegunInMoreWaysThanItsWordsAllow(String word) {
    for (int times = 1; word.length() * times < QueryParser.MAX_CHARS; times++) {
      Query.Words phrase = (Query.Words) Query.keyword((word + " ").repeat(times));
      List<Phrasing.Path> paths = Phrasing.paths(phrase);
      int words = paths.get(0).steps().size();
      assertThat(paths)
          .hasSizeLessThanOrEqualTo(words > Phrasing.MAX_VARIED_WORDS ? 1 : Phrasing.MAX_PATHS);
    }
  }

  @Test
  void aPhraseOfOneWordAgainAndAgainIsFoundInALongItemOfIt() {
    Index index = new Index();
    Asked asked = index.ask(Query.keyword("نا ".repeat(160)));
    Document same = Document.of("", "نا ".repeat(WORDS));
    assertThat(asked.holds(index.see(same, List.of(), Samples.feed()).sightings())).isTrue();
  }
}
