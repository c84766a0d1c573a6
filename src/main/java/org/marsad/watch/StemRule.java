package org.marsad.watch;

import org.jspecify.annotations.Nullable;
import org.marsad.text.Opening;
import org.marsad.text.Token;

/**
 * One way in which a word of a query may stand in a text: an opening, the stem, an ending.
 *
 * @param stem folded
 * @param openings the {@link Opening}s that may stand before it, as a set
 * @param endings the {@link Ending}s that may stand behind it, as a set
 * @param written how it is spelled, where that counts
 * @param spelling what of its spelling counts
 */
record StemRule(
    String stem, int openings, int endings, @Nullable String written, Spelled spelling) {

  /** What of a spelling must be as in the query. */
  enum Spelled {
    /** Nothing that folding makes one. */
    AS_FOLDED,
    /** Every letter and its case. */
    EXACTLY,
    /** The hamza of the first letter, where both have one: إمام is not أمام. */
    WITH_HAMZA
  }

  StemRule(String stem, int openings, int endings) {
    this(stem, openings, endings, null, Spelled.AS_FOLDED);
  }

  /** The same with these endings. */
  StemRule withEndings(int others) {
    return new StemRule(stem, openings, others, written, spelling);
  }

  /**
   * Whether a word may be this one.
   *
   * @param opening what stands before its stem
   * @param kinds what stands behind it
   * @param begin where its stem begins
   */
  boolean takes(Token word, int opening, int kinds, int begin) {
    return (openings & opening) != 0
        && (endings & kinds) != 0
        && (written == null || isSpelled(word, begin, written));
  }

  private boolean isSpelled(Token word, int begin, String right) {
    if (spelling == Spelled.EXACTLY) {
      return word.written().equals(right);
    }
    boolean parallel = word.written().length() == word.form().length();
    char alef = parallel ? word.written().charAt(begin) : 'ا';
    return alef != 'أ' && alef != 'إ' || alef == right.charAt(0);
  }
}
