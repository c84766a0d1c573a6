package org.marsad.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a word as proclitics and a base: (و ف أ) (ب ك ل س) (ال), with لل for ل and ال. Every
 * reading that grammar allows is given, the word itself first; which of the bases is a word is for
 * whoever looks them up. Pure functions.
 *
 * <p>Before a base of up to three letters only و ب ل and their chains are read, for others make
 * other words of it (كسرت, فسرت, أسرت are not سرت); ال is no such limit. س is read before verbs in
 * the present only, أ before ال only (أعمال is not عمال).
 */
public final class Proclitics {
  private static final int SHORT = 3;
  private static final int MIN_BASE = 2;

  private Proclitics() {}

  /** The readings of a word; a single one for a word of another script. */
  public static List<Reading> of(Token token) {
    String form = token.form();
    Reading bare = new Reading("", form);
    int conjunction = conjunction(token) ? 1 : 0;
    if (conjunction == 0 && !preposition(form, 0)) {
      return List.of(bare);
    }
    List<Reading> readings = new ArrayList<>(4);
    readings.add(bare);
    if (conjunction == 1) {
      add(readings, token, 1);
    }
    prepositions(readings, token, 0);
    if (conjunction == 1 && form.charAt(0) != 'ا') {
      prepositions(readings, token, 1);
    }
    return readings;
  }

  private static void prepositions(List<Reading> readings, Token token, int at) {
    String form = token.form();
    if (!preposition(form, at)) {
      return;
    }
    add(readings, token, at + 1);
    if (form.startsWith("لل", at) && form.length() - at - 2 >= MIN_BASE) {
      String proclitics = form.substring(0, at + 1);
      readings.add(new Reading(proclitics, "ال" + form.substring(at + 2)));
      readings.add(new Reading(proclitics, "الل" + form.substring(at + 2)));
    }
  }

  /** Reads the letters before {@code from} as proclitics, if the base allows them. */
  private static void add(List<Reading> readings, Token token, int from) {
    String form = token.form();
    if (form.length() - from < MIN_BASE) {
      return;
    }
    boolean article = article(token, from);
    boolean fits = article || form.length() - from > SHORT || beforeShort(form, from);
    if (fits && allowed(form.charAt(from - 1), form.charAt(from), article)) {
      readings.add(new Reading(form.substring(0, from), form.substring(from)));
    }
  }

  private static boolean allowed(char proclitic, char first, boolean article) {
    return switch (proclitic) {
      case 'س' -> "ينتا".indexOf(first) >= 0;
      case 'ا' -> article;
      default -> true;
    };
  }

  private static boolean beforeShort(String form, int to) {
    for (int i = 0; i < to; i++) {
      if ("وبل".indexOf(form.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean conjunction(Token token) {
    char first = token.form().charAt(0);
    return first == 'و' || first == 'ف' || (first == 'ا' && token.written().charAt(0) == 'أ');
  }

  private static boolean preposition(String form, int at) {
    return form.length() > at && "بكلس".indexOf(form.charAt(at)) >= 0;
  }

  /** Written with hamza or madda it is part of the word (ألمانيا, إلغاء, آلام). */
  private static boolean article(Token token, int at) {
    if (!token.form().startsWith("ال", at) || token.form().length() - at - 2 < MIN_BASE) {
      return false;
    }
    boolean parallel = token.written().length() == token.form().length();
    char alef = parallel ? token.written().charAt(at) : 'ا';
    return alef == 'ا' || alef == 'ٱ';
  }
}
