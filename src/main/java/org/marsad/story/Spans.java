package org.marsad.story;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long a number of hours, days or months is, so that 72 hours are three days. Pure functions.
 */
final class Spans {
  /** In minutes, months of thirty days. */
  private static final Map<String, Integer> LENGTHS =
      Map.of("دقيقه", 1, "ساعه", 60, "يوم", 1440, "اسبوع", 10_080, "شهر", 43_200, "عام", 518_400);

  private Spans() {}

  /** How long it takes, or null if it is no number of a unit of time. */
  static @Nullable BigDecimal length(Figure figure) {
    Integer unit = LENGTHS.get(figure.sort().unit());
    BigDecimal number = figure.number();
    return unit == null || number == null ? null : number.multiply(BigDecimal.valueOf(unit));
  }

  /** Whether these words name a single unit of that length: «لمدة عام» for twelve months. */
  static boolean isNamed(BigDecimal length, List<String> words) {
    return words.stream()
        .map(word -> LENGTHS.get(FigureReader.unit(word)))
        .anyMatch(unit -> unit != null && BigDecimal.valueOf(unit).compareTo(length) == 0);
  }

  /** Whether a word without an article is a unit of time: «العام» may be general. */
  static boolean isUnit(String word) {
    return !word.startsWith(Bases.ARTICLE) && !FigureReader.unit(word).isEmpty();
  }
}
