package org.marsad.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Reads a word as proclitics and a base. Every reading that {@link Opening} allows is given, the
 * word itself first; which of the bases is a word is for whoever looks them up. Pure functions.
 *
 * <p>The article stays with the base, so there is no limit before it but that س and أ stand as they
 * must. Names of two letters (آل) are read as those of three: what follows them tells.
 */
public final class Proclitics {
  private static final String AL = "ال";
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
    return of(token, hash -> true);
  }

  /**
   * The same without those whose base nobody knows: few words are made for looking them up.
   *
   * @param known whether a word of this {@link String#hashCode} may be known
   */
  public static List<Reading> of(Token token, IntPredicate known) {
    String form = token.form();
    List<Reading> readings =
        known.test(form.hashCode()) ? List.of(new Reading("", form)) : List.of();
    int letter = form.charAt(0) - FIRST;
    if (letter < 0 || letter >= BY_LETTER.length) {
      return readings;
    }
    for (Opening opening : BY_LETTER[letter]) {
      int at = opening.letters().length();
      if (form.length() - at >= MIN_BASE
          && form.startsWith(opening.letters())
          && opening.canBegin(token)) {
        readings = with(readings, token, opening, known);
      }
    }
    return readings;
  }

  private static List<Reading> with(
      List<Reading> readings, Token token, Opening opening, IntPredicate known) {
    String form = token.form();
    int at = opening.letters().length();
    List<Reading> all = readings;
    if (known.test(hash("", form, at)) && isBefore(opening, token, form.substring(at))) {
      all = with(all, new Reading(opening.letters(), form.substring(at)));
    }
    if (opening.letters().endsWith("ل")
        && form.charAt(at) == 'ل'
        && form.length() - at > MIN_BASE) {
      for (int base = at + 1; base >= at; base--) {
        if (known.test(hash(AL, form, base))) {
          all = with(all, new Reading(opening.letters(), AL + form.substring(base)));
        }
      }
    }
    return all;
  }

  private static List<Reading> with(List<Reading> readings, Reading another) {
    List<Reading> more = new ArrayList<>(readings);
    more.add(another);
    return more;
  }

  /** That of the letters of both, from there on in the second. */
  private static int hash(String before, String form, int from) {
    int hash = before.hashCode();
    for (int i = from; i < form.length(); i++) {
      hash = hash * 31 + form.charAt(i);
    }
    return hash;
  }

  private static boolean isBefore(Opening opening, Token token, String base) {
    if (hasArticle(token, base)) {
      return opening.isIn(Opening.BEFORE_PHRASE | Opening.QUESTION.bit());
    }
    return opening.isIn(base.length() < MIN_WORD ? Opening.SHORT : Opening.before(base));
  }

  /** Written with hamza or madda it is part of the word (ألمانيا, إلغاء, آلام). */
  private static boolean hasArticle(Token token, String base) {
    if (!base.startsWith(AL) || base.length() - 2 < MIN_BASE) {
      return false;
    }
    String written = token.written();
    boolean parallel = written.length() == token.form().length();
    char alef = parallel ? written.charAt(written.length() - base.length()) : 'ا';
    return alef == 'ا' || alef == 'ٱ';
  }
}
