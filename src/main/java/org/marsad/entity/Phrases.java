package org.marsad.entity;

import java.util.List;
import java.util.Locale;
import org.marsad.text.Folded;
import org.marsad.text.Folding;
import org.marsad.text.Token;
import org.marsad.text.Variants;

/** Phrases of the catalogue as the words the tagger walks. Pure functions. */
final class Phrases {
  private Phrases() {}

  /** The words of each way to write a phrase. */
  static List<List<String>> forms(String phrase) {
    return Variants.of(Folding.fold(phrase));
  }

  static boolean isEmpty(String phrase) {
    return Folding.fold(phrase).tokens().isEmpty();
  }

  /** A bit for each word that is written in capitals, the first word's the lowest. */
  static int capitals(Folded folded) {
    int bits = 0;
    for (int i = 0; i < Math.min(31, folded.tokens().size()); i++) {
      bits |= inCapitals(folded.tokens().get(i)) ? 1 << i : 0;
    }
    return bits;
  }

  /** Whether a word of two letters or more is written in capitals (RSF). */
  static boolean inCapitals(Token token) {
    String written = token.written();
    return written.length() > 1
        && written.equals(written.toUpperCase(Locale.ROOT))
        && !written.equals(written.toLowerCase(Locale.ROOT));
  }
}
