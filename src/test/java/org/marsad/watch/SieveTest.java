package org.marsad.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Stems come and go behind their sieve; none that is there is ever kept back. */
class SieveTest {
  private final Stems stems = new Stems();

  private static int hash(String letters) {
    return Stem.spread(letters.hashCode());
  }

  private boolean isFound(String letters) {
    int hash = hash(letters);
    return stems.mayHave(hash) && stems.find(letters, 0, letters.length(), hash) != null;
  }

  private static String word(int n) {
    return "ن" + Integer.toString(n, 36);
  }

  @Test
  void everyStemIsFoundHoweverManyCameAndWent() {
    List<Stem> kept = new ArrayList<>();
    for (int i = 0; i < 60_000; i++) {
      Stem stem = stems.use(word(i));
      if (i % 3 == 0) {
        kept.add(stem);
      } else {
        stems.drop(stem);
      }
    }
    assertThat(kept).hasSize(20_000).allMatch(stem -> isFound(stem.text()));
    assertThat(isFound(word(1))).isFalse();
  }

  @Test
  void mostWordsThatAreNoStemAreKeptBack() {
    IntStream.range(0, 60_000).forEach(i -> stems.use(word(i)));
    long through =
        IntStream.range(100_000, 200_000).filter(i -> stems.mayHave(hash(word(i)))).count();
    assertThat(through).isLessThan(10_000);
  }
}
