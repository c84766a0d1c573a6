package org.marsad.story;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.story.Atom.Place;
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
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Map<String, BigDecimal> WORDS = new HashMap<>();
  private static final Map<String, BigDecimal> UNITS = new HashMap<>();
  private static final Set<String> TENS = new HashSet<>();
  private static final Set<String> VAGUE = new HashSet<>();
  private static final Set<String> TWO = new HashSet<>();
  private static final BigDecimal TWENTY = BigDecimal.valueOf(20);
  private static final Set<String> UN = Set.of("un", "une");
  private static final Set<String> HALF = Set.of("نصف", "بنصف", "half", "demi");
  private static final Set<String> TEEN = Set.of("عشر", "عشره");
  private static final String BEYOND = "بعد";
  private static final Map<String, BigDecimal> BEYOND_WHAT =
      Map.of(
          "مئه",
          HUNDRED,
          "مائه",
          HUNDRED,
          "الف",
          THOUSAND,
          "مئتين",
          new BigDecimal(200),
          "مائتين",
          new BigDecimal(200));
  private static final List<String> DUAL_ENDINGS = List.of("تين", "تان", "ين", "ان");

  static {
    for (List<String> line : Tables.lines("numbers.txt")) {
      for (String word : line.subList(1, line.size())) {
        if (line.get(0).equals("~")) {
          VAGUE.add(Tables.folded(word));
        } else if (line.get(0).startsWith("+")) {
          UNITS.put(Tables.folded(word), new BigDecimal(line.get(0).substring(1)));
        } else {
          if (line.get(0).matches("[2-9]0")) {
            TENS.add(Tables.folded(word));
          }
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
    Found vague = vague(text.tokens().get(index), index);
    if (vague != null) {
      return vague;
    }
    Digits digits = Digits.at(text, index);
    BigDecimal unit = digits == null ? unit(text.tokens(), index) : null;
    int i = digits == null ? unit == null ? index : index + 1 : digits.end();
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal current = digits == null ? unit : digits.value();
    boolean conjoined = digits != null && digits.conjoined();
    for (Part part = part(text, i, i > index); part != null; part = next(text, i, current)) {
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
      return null;
    }
    BigDecimal sum = current == null ? total : total.add(current);
    BigDecimal beyond = beyond(text.tokens(), i);
    if (beyond != null) {
      sum = sum.add(beyond);
      i += 2;
    }
    return new Found(sum.stripTrailingZeros().toPlainString(), i, conjoined);
  }

  /** «التاسعة والستين بعد المئة»: what is counted on from, or null. */
  private static @Nullable BigDecimal beyond(List<Token> tokens, int index) {
    return index + 1 < tokens.size() && tokens.get(index).form().equals(BEYOND)
        ? BEYOND_WHAT.get(Bases.bare(tokens.get(index + 1).form()))
        : null;
  }

  /** «الثانية والعشرين», «إحدى وخمسين»: such a word is a number before tens only. */
  private static @Nullable BigDecimal unit(List<Token> tokens, int index) {
    if (index + 1 >= tokens.size()) {
      return null;
    }
    if (HALF.contains(tokens.get(index).form()) && isLarge(tokens.get(index + 1))) {
      return new BigDecimal("0.5");
    }
    boolean tens =
        Proclitics.of(tokens.get(index + 1)).stream()
            .anyMatch(reading -> reading.proclitics().equals("و") && TENS.contains(word(reading)));
    return tens
        ? Bases.stems(tokens.get(index)).stream()
            .map(UNITS::get)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null)
        : null;
  }

  /** Whether a number stands there, as in «يصل إلى خمسة ملايين» also behind a preposition. */
  static boolean isBehind(Folded text, int index) {
    List<Token> tokens = text.tokens();
    boolean to = index < tokens.size() && Senses.preposition(tokens.get(index)) == Place.TO;
    int at = to ? index + 1 : index;
    return at < tokens.size() && at(text, at) != null;
  }

  /** «الثامن», «الخامس عشر»: up to nineteen; null for other words. */
  static @Nullable Found ordinal(List<Token> tokens, int index) {
    BigDecimal unit =
        Bases.stems(tokens.get(index)).stream()
            .map(UNITS::get)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    if (unit == null) {
      return null;
    }
    boolean teen = index + 1 < tokens.size() && TEEN.contains(tokens.get(index + 1).form());
    BigDecimal value = teen ? unit.add(BigDecimal.TEN) : unit;
    return new Found(value.toPlainString(), teen ? index + 2 : index + 1, false);
  }

  private static boolean isLarge(Token token) {
    return isFrom(THOUSAND, token);
  }

  /** Whether it multiplies by a million or more. */
  static boolean isMillions(Token token) {
    return isFrom(MILLION, token);
  }

  private static boolean isFrom(BigDecimal least, Token token) {
    return WORDS.getOrDefault(token.form(), BigDecimal.ZERO).compareTo(least) >= 0;
  }

  private static boolean isUnit(@Nullable BigDecimal value) {
    return value != null && value.compareTo(BigDecimal.TEN) < 0;
  }

  private static @Nullable Found vague(Token token, int index) {
    for (String stem : Bases.stems(token)) {
      if (VAGUE.contains(stem)) {
        String bare = Bases.bare(stem);
        return new Found(
            "~" + (VAGUE.contains(bare) ? bare : stem), index + 1, Grammar.isConjoined(token));
      }
    }
    return null;
  }

  /**
   * The word that goes on: «مليون و200 ألف»; in Latin script a unit may stand behind tens:
   * "forty-two".
   */
  private static @Nullable Part next(Folded text, int i, @Nullable BigDecimal current) {
    List<Token> tokens = text.tokens();
    Part part = part(text, i, true);
    if (part == null && current == null && i < tokens.size()) {
      boolean and = Grammar.isAnd(tokens.get(i).form()) && i + 1 < tokens.size();
      Digits digits = Digits.at(text, and ? i + 1 : i);
      return digits != null && (and || digits.conjoined())
          ? new Part(digits.value(), digits.end(), true)
          : null;
    }
    int unit = i < tokens.size() && tokens.get(i).form().equals("et") ? i + 1 : i;
    if (part != null || current == null || unit >= tokens.size()) {
      return part;
    }
    BigDecimal value = UN.contains(tokens.get(unit).form()) && unit > i ? BigDecimal.ONE : null;
    value = value == null ? WORDS.get(tokens.get(unit).form()) : value;
    boolean tens = current.compareTo(TWENTY) >= 0 && current.compareTo(HUNDRED) < 0;
    if (value == null || !tens || Bases.isArabic(tokens.get(unit).form())) {
      return null;
    }
    return value.compareTo(TWENTY) < 0 ? new Part(value, unit + 1, false) : null;
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
    boolean and = reading.proclitics().equals("و");
    boolean tens = and && value.compareTo(HUNDRED) < 0;
    return tens || (word(reading).equals(reading.base()) && (multiplies || and));
  }
}
