package org.marsad.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.feed.Item;
import org.marsad.watch.Explanation.Reason;
import org.marsad.watch.Explanation.Verdict;

/** What is said of a query and an item is what the matcher did with them. */
class ExplainerTest {
  private static final List<Item> ITEMS =
      List.of(
          Samples.item("نفط وغاز في طرابلس", ""),
          Samples.item("أخبار طرابلس", "نفط وغاز"),
          Samples.item("نفط طرابلس", "غاز سبها"),
          Samples.item("نفط طرابلس", "غاز ونفط"),
          Samples.item("غاز", "نفط"),
          Samples.item("نفط في يوم طويل من أيام الصيف مع غاز", "نفط وغاز"));

  private final WatchMatcher matcher = new WatchMatcher(Samples.catalogue());

  private boolean hits(String query, Item item) {
    matcher.add(new Watch(1, 1, query, query, Instant.EPOCH));
    return !matcher.match(item, Samples.feed()).hits().isEmpty();
  }

  private Explanation explain(String query, Item item) {
    return matcher.explain(parsed(query), item, Samples.feed());
  }

  private static Query parsed(String query) {
    return ((QueryParser.Parsed.Ok) QueryParser.parse(query, Samples.catalogue())).query();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "قرب/3(نفط، غاز)",
        "عنوان:قرب/3(نفط، غاز)",
        "عنوان:قرب/3(نفط، غاز) أو قرب/3(نفط، غاز)",
        "قرب/3(نفط، غاز) أو عنوان:قرب/3(نفط، غاز)",
        "قرب/3(نفط، غاز) عنوان:قرب/3(نفط، غاز)",
        "قرب/3(نفط، غاز) -عنوان:قرب/3(نفط، غاز)",
        "نفط -عنوان:قرب/3(نفط، غاز)",
        "عنوان:(طرابلس قرب/3(نفط، غاز))",
        "عنوان:(طرابلس أو قرب/3(نفط، غاز)) قرب/1(غاز، نفط)"
      })
  void matcherAndExplanationAgreeOnWordsThatAreNearInAPart(String query) {
    String canonical = QueryParser.print(parsed(query));
    for (Item item : ITEMS) {
      boolean hit = hits(canonical, item);
      assertThat(explain(query, item).hit()).as(query + " in " + item).isEqualTo(hit);
    }
  }

  @Test
  void eachPartIsJudgedWhereItIsAskedFor() {
    Explanation body = explain("عنوان:قرب/3(نفط، غاز) أو قرب/3(نفط، غاز)", ITEMS.get(1));

    assertThat(body.reasons())
        .extracting(Reason::verdict)
        .containsExactlyInAnyOrder(Verdict.FOUND, Verdict.ONLY_IN_TEXT);
    assertThat(explain("قرب/3(نفط، غاز) -عنوان:قرب/3(نفط، غاز)", ITEMS.get(1)).reasons())
        .extracting(Reason::verdict)
        .containsExactly(Verdict.FOUND, Verdict.ABSENT);
    assertThat(explain("قرب/3(نفط، غاز) -عنوان:قرب/3(نفط، غاز)", ITEMS.get(0)).reasons())
        .extracting(Reason::verdict)
        .containsExactly(Verdict.FOUND, Verdict.UNWANTED);
  }
}
