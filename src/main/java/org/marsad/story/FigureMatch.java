package org.marsad.story;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a number of one report stands in another: by value, whatever it counts, as it is, rounded
 * or said about. Serves one report.
 */
final class FigureMatch {
  private static final String KILO = Wider.named("kilo");
  private static final String TON = Wider.named("ton");
  private static final BigDecimal TOLERANCE = new BigDecimal("0.1");

  /** So few that it is no number. */
  private static final Set<String> FEW = Set.of("~عده", "~بضع", "~بضعه", "~several", "~plusieurs");

  private static final Set<String> NEXT =
      Set.of(
          "مقبل",
          "مقبله",
          "قادم",
          "قادمه",
          "next",
          "prochain",
          "prochaine",
          "موسم",
          "season",
          "saison");

  /** Half of it, in the words that say no other half. */
  private static final Set<String> HALF =
      Set.of("النصف", "للنصف", "بالنصف", "halve", "halves", "halved", "moitie");

  /** «بهدف لمثله» is 1-1. */
  private static final Set<String> LIKE_IT = Set.of("لمثله", "لمثلها");

  private static final int MIN_DIGITS = 4;
  private static final int MIN_MODEL = 2;
  private static final BigDecimal MIN_ROUNDED = BigDecimal.valueOf(10_000);

  /** From how many on one of these words may be said. */
  private static final Map<String, Integer> VAGUE =
      Map.of(
          "عشرات", 20, "مئات", 200, "الاف", 1000, "dozens", 20, "hundreds", 200, "thousands", 1000);

  private final Account other;
  private final List<Figure> figures;
  private final Set<String> values;

  FigureMatch(Account other) {
    this.other = other;
    figures = other.whole().figures();
    values = other.whole().values();
  }

  /** Whether the number is none that the report lacks. */
  boolean has(Figure figure, @Nullable Instant published) {
    if (values.contains(figure.value())
        || isPublished(figure, published)
        || isThisYear(figure, published)
        || isNextYear(figure, published)
        || FEW.contains(figure.value())
        || isShare(figure)
        || isDay(figure)) {
      return true;
    }
    BigDecimal number = figure.number();
    if (number == null) {
      return figure.isVague() && numbers().stream().anyMatch(other -> isSaid(figure, other));
    }
    return isAsLong(figure)
        || figures.stream().anyMatch(other -> arePoints(figure, other) || arePoints(other, figure))
        || figures.stream().anyMatch(other -> areKilos(figure, other) || areKilos(other, figure))
        || numbers().stream().anyMatch(other -> isNear(figure, number, other))
        || (figure.sort().isOthers()
            && values.contains(number.add(BigDecimal.ONE).toPlainString()));
  }

  /** Whether the report may say the same number by a place in a row, a model's name or years. */
  boolean mayHave(Figure figure) {
    return other.whole().ordinals().contains(figure.value())
        || (figure.isNumber(1) && words().anyMatch(LIKE_IT::contains))
        || isOfModel(figure)
        || isRange(figure);
  }

  /** «20 من الشهر الجاري» where the other names the month, and the other way round. */
  private boolean isDay(Figure figure) {
    String day = figure.day();
    return !day.isEmpty()
        && figures.stream()
            .anyMatch(
                told -> told.day().equals(day) && (figure.isOfTheMonth() || told.isOfTheMonth()));
  }

  /** «ثلاث سنوات» for 2027 to 2029. */
  private boolean isRange(Figure figure) {
    if (figure.sort().unit().equals("يوم")) {
      return areDays(figure);
    }
    if (!figure.sort().unit().equals("عام")) {
      return false;
    }
    List<Integer> years =
        Stream.concat(values.stream(), thisYear())
            .filter(value -> Figure.YEAR.matcher(value).matches())
            .map(Integer::valueOf)
            .toList();
    return years.stream()
        .anyMatch(
            from ->
                years.stream()
                    .anyMatch(
                        to ->
                            to > from
                                && (figure.isNumber(to - from) || figure.isNumber(to - from + 1))));
  }

  private Stream<String> thisYear() {
    return other.at() == null ? Stream.empty() : Stream.of(String.valueOf(year(other.at())));
  }

  /** «يومين» for the 8th and the 9th. */
  private boolean areDays(Figure figure) {
    return IntStream.range(1, figures.size())
        .filter(i -> figures.get(i).isDate())
        .anyMatch(i -> figure.isNumber(days(figures.get(i - 1), figures.get(i))));
  }

  /** From the one day to the other, both counted; 0 if the first is none. */
  private static int days(Figure first, Figure last) {
    BigDecimal from = first.isDate() ? new BigDecimal(first.day()) : first.number();
    return from == null ? 0 : new BigDecimal(last.day()).subtract(from).intValue() + 1;
  }

  /** «100 نقطة» of a rate are 1 %. */
  private static boolean arePoints(Figure points, Figure percent) {
    BigDecimal number = points.number();
    BigDecimal share = percent.number();
    return number != null
        && share != null
        && points.counted().contains("NOUN:نقطه")
        && percent.isPercent()
        && number.movePointLeft(2).compareTo(share) == 0;
  }

  /** «1200 كيلوغرام» are 1.2 tonnes. */
  private static boolean areKilos(Figure kilos, Figure tonnes) {
    BigDecimal number = kilos.number();
    BigDecimal large = tonnes.number();
    return number != null
        && large != null
        && Wider.classes(kilos.counted()).contains(KILO)
        && Wider.classes(tonnes.counted()).contains(TON)
        && number.movePointLeft(3).compareTo(large) == 0;
  }

  /** As long in another unit of time. */
  private boolean isAsLong(Figure figure) {
    BigDecimal length = Spans.length(figure);
    return length != null
        && (figures.stream()
                .map(Spans::length)
                .anyMatch(told -> told != null && told.compareTo(length) == 0)
            || Spans.isNamed(length, other.letter().title())
            || Spans.isNamed(length, other.letter().text()));
  }

  /**
   * Whether it only tells more closely: how many of those who were counted are children, how long
   * something takes where the report says nothing else of that.
   */
  boolean isFree(Figure figure) {
    String unit = figure.sort().unit();
    return (figure.sort().isPart()
            && !figure.isVague()
            && figures.stream().noneMatch(other -> other.sort().isPart()))
        || isYear(figure)
        || (!unit.isEmpty()
            && words().noneMatch(word -> FigureReader.isNumbered(unit, word))
            && figures.stream().noneMatch(other -> other.sort().unit().equals(unit)));
  }

  private static boolean isThisYear(Figure figure, @Nullable Instant published) {
    return published != null && figure.value().equals(String.valueOf(year(published)));
  }

  /** «2027» where the other speaks of next year. */
  private boolean isNextYear(Figure figure, @Nullable Instant published) {
    return published != null
        && figure.value().equals(String.valueOf(year(published) + 1))
        && hasWord(NEXT);
  }

  /** Half of it for 50 %. */
  private boolean isShare(Figure figure) {
    return figure.value().equals("50%") && words().anyMatch(HALF::contains);
  }

  /** The 350 of «A350». */
  private boolean isOfModel(Figure figure) {
    String number = figure.value();
    return number.length() >= MIN_MODEL
        && words()
            .anyMatch(
                word ->
                    word.endsWith(number)
                        && word.length() > number.length()
                        && Character.isLetter(word.charAt(word.length() - number.length() - 1)));
  }

  private boolean hasWord(Set<String> words) {
    return words().map(Bases::bare).anyMatch(words::contains);
  }

  private Stream<String> words() {
    return Stream.concat(other.letter().title().stream(), other.letter().text().stream());
  }

  private static int year(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC).getYear();
  }

  /** When something was that led to it. */
  private boolean isYear(Figure figure) {
    Instant at = other.at();
    return at != null
        && Figure.YEAR.matcher(figure.value()).matches()
        && Integer.parseInt(figure.value()) <= year(at);
  }

  private List<BigDecimal> numbers() {
    return figures.stream().map(Figure::number).filter(Objects::nonNull).toList();
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
        || (areRounded(number, other) && !Weight.isGrave(figure.acts()))
        || (figure.sort().isAbout()
            && large
            && difference.compareTo(number.multiply(TOLERANCE)) <= 0);
  }

  /**
   * «1.412 مليون» for 1,412,350: the same in all digits of the shorter one, of which it has many.
   */
  private static boolean areRounded(BigDecimal one, BigDecimal other) {
    int digits = Math.min(digits(one), digits(other));
    return digits >= MIN_DIGITS
        && one.compareTo(MIN_ROUNDED) >= 0
        && List.of(RoundingMode.DOWN, RoundingMode.HALF_UP).stream()
            .map(mode -> new MathContext(digits, mode))
            .anyMatch(to -> one.round(to).compareTo(other.round(to)) == 0);
  }

  /** How many digits are not mere zeros at the end. */
  private static int digits(BigDecimal number) {
    return number.stripTrailingZeros().precision();
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
