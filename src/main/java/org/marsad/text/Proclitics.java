package org.marsad.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a word as proclitics and a base. Every reading that {@link Opening} allows is given, the
 * word itself first; which of the bases is a word is for whoever looks them up. Pure functions.
 *
 * <p>The article stays with the base, so there is no limit before it but that س and أ stand as they
 * must. Names of two letters (آل) are read as those of three: what follows them tells.
 */
public final class Proclitics {
  private static final int MIN_BASE = 2;
  private static final int MIN_WORD = 3;

  /** The letters that an opening before a base can begin with, as a range. */
  private static final char FIRST = 'ا';

  private static final char LAST = 'و';

  /** Those without article, by their first letter. */
  private static final Opening[][] BY_LETTER = new Opening[LAST - FIRST + 1][];

  static {
    for (char letter = FIRST; letter <= LAST; letter++) {
      String first = String.valueOf(letter);
      BY_LETTER[letter - FIRST] =
          Arrays.stream(Opening.values())
              .filter(opening -> !opening.isIn(Opening.ARTICLE))
              .filter(opening -> opening.letters().startsWith(first))
              .toArray(Opening[]::new);
    }
  }

  private Proclitics() {}

  /** The readings of a word; a single one for a word of another script. */
  public static List<Reading> of(Token token) {
    String form = token.form();
    Reading bare = new Reading("", form);
    int letter = form.charAt(0) - FIRST;
    if (letter < 0 || letter >= BY_LETTER.length || BY_LETTER[letter].length == 0) {
      return List.of(bare);
    }
    List<Reading> readings = new ArrayList<>(4);
    readings.add(bare);
    for (Opening opening : BY_LETTER[letter]) {
      int at = opening.letters().length();
      if (form.length() - at >= MIN_BASE
          && form.startsWith(opening.letters())
          && opening.canBegin(token)) {
        add(readings, token, opening);
      }
    }
    return readings;
  }

  private static void add(List<Reading> readings, Token token, Opening opening) {
    String base = token.form().substring(opening.letters().length());
    if (isBefore(opening, token, base)) {
      readings.add(new Reading(opening.letters(), base));
    }
    if (opening.letters().endsWith("ل") && base.startsWith("ل") && base.length() > MIN_BASE) {
      readings.add(new Reading(opening.letters(), "ال" + base.substring(1)));
      readings.add(new Reading(opening.letters(), "ال" + base));
    }
  }

  private static boolean isBefore(Opening opening, Token token, String base) {
    if (hasArticle(token, base)) {
      return opening.isIn(Opening.BEFORE_PHRASE | Opening.QUESTION.bit());
    }
    return opening.isIn(base.length() < MIN_WORD ? Opening.SHORT : Opening.before(base));
  }

  /** Written with hamza or madda it is part of the word (ألمانيا, إلغاء, آلام). */
  private static boolean hasArticle(Token token, String base) {
    if (!base.startsWith("ال") || base.length() - 2 < MIN_BASE) {
      return false;
    }
    String written = token.written();
    boolean parallel = written.length() == token.form().length();
    char alef = parallel ? written.charAt(written.length() - base.length()) : 'ا';
    return alef == 'ا' || alef == 'ٱ';
  }
}
