package org.marsad.story;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether a number of one report stands in another: by value, whatever it counts, as it is, rounded
 * or said about. Serves one report.
 */
final class FigureMatch {
  private static final BigDecimal TOLERANCE = new BigDecimal("0.1");

  /** From how many on one of these words may be said. */
  private static final Map<String, Integer> VAGUE =
      Map.of(
          "عشرات", 20, "مئات", 200, "الاف", 1000, "dozens", 20, "hundreds", 200, "thousands", 1000);

  private final List<Figure> figures;
  private final Set<String> values;

  FigureMatch(Account other) {
    figures = other.whole().figures();
    values = other.whole().values();
  }

  /** Whether the number is none that the report lacks. */
  boolean has(Figure figure, @Nullable Instant published) {
    if (values.contains(figure.value()) || isPublished(figure, published)) {
      return true;
    }
    BigDecimal number = figure.number();
    if (number == null) {
      return figure.isVague() && numbers().stream().anyMatch(other -> isSaid(figure, other));
    }
    return numbers().stream().anyMatch(other -> isNear(figure, number, other))
        || (figure.sort().isOthers()
            && values.contains(number.add(BigDecimal.ONE).toPlainString()));
  }

  /**
   * Whether it only tells more closely: how many of those who were counted are children, how long
   * something takes where the report says nothing else of that.
   */
  boolean isFree(Figure figure) {
    String unit = figure.sort().unit();
    return figure.sort().isPart()
        || (!unit.isEmpty()
            && figures.stream().noneMatch(other -> other.sort().unit().equals(unit)));
  }

  private List<BigDecimal> numbers() {
    return figures.stream()
        .map(Figure::number)
        .filter(Objects::nonNull)
        .collect(Collectors.toList());
  }

  private static boolean isSaid(Figure vague, BigDecimal other) {
    Integer from = VAGUE.get(vague.value().substring(1));
    return from != null && other.compareTo(BigDecimal.valueOf(from)) >= 0;
  }

  /** The other without its decimals, or about so many. */
  private static boolean isNear(Figure figure, BigDecimal number, BigDecimal other) {
    boolean large = number.compareTo(BigDecimal.TEN) >= 0;
    boolean cut =
        large && number.scale() <= 0 && other.setScale(0, RoundingMode.DOWN).compareTo(number) == 0;
    BigDecimal difference = other.subtract(number).abs();
    return cut
        || (figure.sort().isAbout()
            && large
            && difference.compareTo(number.multiply(TOLERANCE)) <= 0);
  }

  /** A date that only says when it was published. */
  private static boolean isPublished(Figure figure, @Nullable Instant at) {
    if (at == null || !figure.isDate()) {
      return false;
    }
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    for (LocalDate near = day.minusDays(1); !near.isAfter(day.plusDays(1)); ) {
      if (figure.value().startsWith(near.getDayOfMonth() + "/")) {
        return true;
      }
      near = near.plusDays(1);
    }
    return false;
  }
}
