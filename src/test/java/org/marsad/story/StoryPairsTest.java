package org.marsad.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.marsad.entity.Catalogue;
import org.marsad.story.Verdict.Relation;

/** What is news to somebody who was told of the first report of a pair, and what is not. */
@TestInstance(Lifecycle.PER_CLASS)
class StoryPairsTest {
  /** Of these another pair of the file told the same event, in other words or in the same text. */
  private static final Set<String> ALIKE =
      Set.of("blind-084", "s19", "s35", "n22", "b4-178", "society-07", "guard7-19", "wording-8-03");

  private final StoryJudge judge =
      new StoryJudge(Catalogue.read(Path.of("config", "entities.yaml")));
  private final List<StoryPair> pairs = StoryPair.all();

  List<StoryPair> news() {
    return pairs.stream().filter(StoryPair::isNews).toList();
  }

  @ParameterizedTest
  @MethodSource("news")
  void noNewsIsKeptSilent(StoryPair pair) {
    assertThat(judge.judge(pair.told(), pair.fresh()).relation()).isEqualTo(Relation.NEWS);
  }

  @Test
  void copiesAreSuppressed() {
    assertThat(silent(pair -> pair.label().equals("copy"))).isGreaterThanOrEqualTo(0.97);
  }

  @Test
  void mostThatIsTheSameIsKeptSilent() {
    assertThat(silent(pair -> !pair.isNews())).isGreaterThanOrEqualTo(0.75);
  }

  private double silent(Predicate<StoryPair> which) {
    List<StoryPair> chosen = pairs.stream().filter(which).toList();
    long silent =
        chosen.stream()
            .filter(pair -> judge.judge(pair.told(), pair.fresh()).relation() != Relation.NEWS)
            .count();
    return (double) silent / chosen.size();
  }

  /** Each report of a file beside what any other pair of it told first. */
  @ParameterizedTest
  @MethodSource("files")
  void reportsOfOtherEventsAreNews(String file) {
    List<StoryPair> some = pairs.stream().filter(pair -> pair.file().equals(file)).toList();
    Map<String, Account> told = new LinkedHashMap<>();
    some.forEach(pair -> told.computeIfAbsent(pair.told().title(), t -> atOnce(pair.told())));
    for (StoryPair pair : some) {
      Account fresh = atOnce(pair.fresh());
      told.forEach(
          (title, other) ->
              assertThat(
                      title.equals(pair.told().title())
                          || ALIKE.contains(pair.id())
                          || Comparison.verdict(new Pair(other, fresh)).relation() == Relation.NEWS)
                  .as(pair.id() + ": " + title + " / " + pair.fresh().title())
                  .isTrue());
    }
  }

  List<String> files() {
    return pairs.stream().map(StoryPair::file).distinct().toList();
  }

  /** As if published in one moment by different outlets, so that neither is a reason. */
  private Account atOnce(Report report) {
    return judge.read(new Report(report.title(), report.text(), "", Instant.EPOCH));
  }
}
