package org.marsad.text;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names of two words that are also written as one: where to split them. */
final class Compounds {
  private static final Map<String, Integer> GLUED = glued();
  private static final List<String> SERVANTS = List.of("عبد", "عبيد");
  private static final int MIN_LETTERS = 5;
  private static final int MIN_LETTERS_BEHIND = 2;

  /** How names begin, so that few words need be looked up. */
  private static final BitSet BEGINNINGS = new BitSet();

  static {
    SERVANTS.forEach(servant -> BEGINNINGS.set(beginning(servant, 0)));
    GLUED.keySet().forEach(name -> BEGINNINGS.set(beginning(name, 0)));
  }

  private Compounds() {}

  /** The two letters there, as a small number; other letters may have the same. */
  private static int beginning(String form, int at) {
    return (form.charAt(at) * 31 + form.charAt(at + 1)) & 0xFFF;
  }

  /**
   * How many letters of a folded word belong to the first of two words, proclitics counted; or 0.
   */
  static int split(String form) {
    if (form.length() < MIN_LETTERS) {
      return 0;
    }
    for (int skip = 0; skip <= 2; skip++) {
      if (skip > 0 && !proclitic(form.charAt(skip - 1), skip)) {
        return 0;
      }
      int first = BEGINNINGS.get(beginning(form, skip)) ? splitAfter(form, skip) : 0;
      if (first > 0) {
        return first;
      }
    }
    return 0;
  }

  private static int splitAfter(String form, int skip) {
    for (String servant : SERVANTS) {
      int first = skip + servant.length();
      if (form.startsWith(servant, skip)
          && form.startsWith("ال", first)
          && form.length() >= first + 2 + MIN_LETTERS_BEHIND) {
        return first;
      }
    }
    Integer first = GLUED.get(skip == 0 ? form : form.substring(skip));
    return first == null ? 0 : skip + first;
  }

  private static boolean proclitic(char letter, int place) {
    return (place == 1 && (letter == 'و' || letter == 'ف'))
        || letter == 'ب'
        || letter == 'ل'
        || letter == 'ك';
  }

  private static Map<String, Integer> glued() {
    Map<String, Integer> glued = new HashMap<>();
    for (String line : Lines.of("compounds.txt")) {
      String folded = Folding.letters(line);
      int blank = folded.indexOf(' ');
      glued.put(folded.replace(" ", ""), blank);
    }
    return glued;
  }
}
