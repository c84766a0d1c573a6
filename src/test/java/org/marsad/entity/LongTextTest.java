package org.marsad.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.marsad.entity.Naming.Way;
import org.marsad.text.Document;

/** A text ten times as long takes ten times the work, not a hundred times. */
final class LongTextTest {
  private static final int WORDS = 500;
  private static final int MAX_READS_OF_EACH = 4;

  private final Compiled compiled =
      new Compiled(Catalogue.read(Path.of("config/entities.yaml")).definitions(), Vocabulary.own());
  private final Side side =
      new Evidence(compiled, Document.of("حفتر ".repeat(WORDS), "")).sides().get(0);
  private final int family =
      compiled.families.stream().filter(f -> f.owner() == 0).findFirst().orElseThrow().number();

  private static <T> CountingList<T> list(IntFunction<T> element) {
    return new CountingList<>(IntStream.range(0, WORDS).mapToObj(element).toList());
  }

  private static void assertReadAFewTimes(CountingList<?> list) {
    assertThat(list.reads()).isPositive().isLessThanOrEqualTo((long) MAX_READS_OF_EACH * WORDS);
  }

  private Naming naming(int at, Way way) {
    return new Naming(side, at, at + 1, family, 0, way, Verdict.NAMED, "", "حفتر");
  }

  @Test
  void candidatesAreHeldOnlyAgainstThoseTheyShareWordsWith() {
    CountingList<Candidate> candidates =
        list(at -> new Candidate(side, at, at + 1, 0, "", "حفتر", Verdict.SOMEBODY_ELSE, true));

    assertThat(Longest.of(candidates, compiled.groups)).hasSize(WORDS);
    assertReadAFewTimes(candidates);
  }

  @Test
  void bareSurnamesAreResolvedInOneWalk() {
    CountingList<Naming> namings = list(at -> naming(at, Way.BARE));

    assertThat(new Reference(compiled, namings).resolved(Set.of())).hasSize(WORDS);
    assertReadAFewTimes(namings);
  }

  @Test
  void wordsOfKinshipFindNamesWithoutASearch() {
    CountingList<Naming> namings = list(at -> naming(at, Way.BARE));
    Side kin =
        new Evidence(compiled, Document.of("نجل حفتر صدام ".repeat(WORDS / 3), "")).sides().get(0);

    new Kinship(compiled, kin, namings).find();
    assertReadAFewTimes(namings);
  }

  @Test
  void capitalsAreCountedOnceForAField() {
    assertThat(side.capitalised()).isFalse();
    assertThat(
            new Evidence(compiled, Document.of("Haftar Meets Burhan And Dbeibah In Cairo", ""))
                .sides()
                .get(0)
                .capitalised())
        .isTrue();
  }
}
