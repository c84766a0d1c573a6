package org.marsad.story;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.text.Folded;
import org.marsad.text.Proclitics;
import org.marsad.text.Reading;
import org.marsad.text.Token;

/**
 * Reads numbers in digits and words, Arabic, English and French: «اثني عشر», «3 آلاف», "1.4
 * million", «شخصين». Pure functions.
 */
final class Numerals {
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Map<String, BigDecimal> WORDS = new HashMap<>();
  private static final Set<String> VAGUE = new HashSet<>();
  private static final Set<String> TWO = new HashSet<>();
  private static final List<String> DUAL_ENDINGS = List.of("تين", "تان", "ين", "ان");

  static {
    for (List<String> line : Tables.lines("numbers.txt")) {
      for (String word : line.subList(1, line.size())) {
        if (line.get(0).equals("~")) {
          VAGUE.add(Tables.folded(word));
        } else {
          WORDS.put(Tables.folded(word), new BigDecimal(line.get(0)));
        }
      }
    }
    for (List<String> line : Tables.lines("pairs_of_two.txt")) {
      line.forEach(word -> TWO.add(Tables.folded(word)));
    }
  }

  private Numerals() {}

  /**
   * A number as read.
   *
   * @param value in digits; about how many («عشرات») is ~ and the word
   * @param end the index of the word behind it
   * @param conjoined whether «و» is written before it
   */
  record Found(String value, int end, boolean conjoined) {}

  /** Whether a word says two by its ending. */
  static boolean isDual(Token token) {
    for (String stem : Bases.stems(token)) {
      for (String ending : DUAL_ENDINGS) {
        if (stem.endsWith(ending)
            && TWO.contains(stem.substring(0, stem.length() - ending.length()))) {
          return true;
        }
      }
    }
    return false;
  }

  /** The number that begins at a word, or null. */
  static @Nullable Found at(Folded text, int index) {
    Digits digits = Digits.at(text, index);
    int i = digits == null ? index : digits.end();
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal current = digits == null ? null : digits.value();
    boolean conjoined = digits != null && digits.conjoined();
    for (Part part = part(text, i, i > index); part != null; part = part(text, i, true)) {
      conjoined |= i == index && part.conjoined();
      if (part.value().compareTo(THOUSAND) >= 0) {
        total = total.add(current == null ? part.value() : current.multiply(part.value()));
        current = null;
      } else if (part.value().equals(HUNDRED) && isUnit(current)) {
        current = HUNDRED.multiply(current);
      } else {
        current = current == null ? part.value() : current.add(part.value());
      }
      i = part.end();
    }
    if (i == index) {
      return vague(text.tokens().get(index), index);
    }
    BigDecimal sum = current == null ? total : total.add(current);
    return new Found(sum.stripTrailingZeros().toPlainString(), i, conjoined);
  }

  private static boolean isUnit(@Nullable BigDecimal value) {
    return value != null && value.compareTo(BigDecimal.TEN) < 0;
  }

  private static @Nullable Found vague(Token token, int index) {
    for (String stem : Bases.stems(token)) {
      if (VAGUE.contains(stem)) {
        return new Found("~" + stem, index + 1, Grammar.isConjoined(token));
      }
    }
    return null;
  }

  private record Part(BigDecimal value, int end, boolean conjoined) {}

  /** The word of a number there; one that goes on needs «و» or is a hundred and more. */
  private static @Nullable Part part(Folded text, int i, boolean goesOn) {
    List<Token> tokens = text.tokens();
    if (i >= tokens.size() || (goesOn && tokens.get(i).gap() == Token.Gap.BREAK)) {
      return null;
    }
    String next = i + 1 < tokens.size() ? tokens.get(i + 1).form() : "";
    for (Reading reading : Proclitics.of(tokens.get(i))) {
      String word = word(reading);
      BigDecimal pair = WORDS.get(word + " " + next);
      BigDecimal value = pair != null ? pair : WORDS.get(word);
      if (value != null && (!goesOn || follows(reading, value))) {
        boolean conjoined = reading.proclitics().startsWith("و");
        return new Part(value, pair != null ? i + 2 : i + 1, conjoined);
      }
    }
    return null;
  }

  /** Without its article; «آلاف» has none. */
  private static String word(Reading reading) {
    return WORDS.containsKey(reading.base()) ? reading.base() : Bases.bare(reading.base());
  }

  private static boolean follows(Reading reading, BigDecimal value) {
    boolean multiplies = reading.proclitics().isEmpty() && value.compareTo(HUNDRED) >= 0;
    return word(reading).equals(reading.base()) && (multiplies || reading.proclitics().equals("و"));
  }
}
