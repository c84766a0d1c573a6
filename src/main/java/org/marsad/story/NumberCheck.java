package org.marsad.story;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.marsad.story.Atom.Place;
import org.marsad.story.Verdict.Reason;

/** Whether the numbers, days and months of two reports are the same. Pure functions. */
final class NumberCheck {
  private static final String FLEE = Wider.named("flee");

  private NumberCheck() {}

  /** What is another number or day, or null. */
  static @Nullable Verdict news(Pair pair) {
    Verdict more = more(pair);
    more = more == null ? spans(pair) : more;
    more = more == null ? days(pair) : more;
    if (more != null) {
      return more;
    }
    for (String value : pair.fresh().whole().values()) {
      if (countsOther(pair, value)) {
        return Verdict.news(Reason.ANOTHER_NUMBER, value);
      }
    }
    return null;
  }

  /** A number of a headline that was not told, or null. */
  static @Nullable Verdict titled(Pair pair) {
    FigureMatch told = new FigureMatch(pair.told());
    boolean vague = pair.told().title().figures().stream().anyMatch(Figure::isVague);
    return pair.fresh().title().figures().stream()
        .filter(figure -> vague || !figure.isVague())
        .filter(figure -> !told.has(figure, pair.fresh().at()))
        .findFirst()
        .map(figure -> Verdict.news(Reason.ANOTHER_NUMBER, figure.value()))
        .orElseGet(() -> spans(pair));
  }

  /** A number that was not told; in the text, how long it takes is none. */
  private static @Nullable Verdict more(Pair pair) {
    FigureMatch told = new FigureMatch(pair.told());
    Passage title = pair.fresh().title();
    for (Figure figure : pair.fresh().whole().figures()) {
      boolean free =
          (told.isFree(figure) || isBefore(figure, pair) || isCrowd(figure, pair))
              && !title.figures().contains(figure);
      if (!free
          && !told.has(figure, pair.fresh().at())
          && !isSum(figure, pair)
          && !isSeason(figure, told, pair)
          && !isSaidOtherwise(figure, told, pair)) {
        return Verdict.news(Reason.ANOTHER_NUMBER, figure.value());
      }
    }
    return null;
  }

  /**
   * By the place in a row, the name of a model, the years, days or names there are; not so many to
   * whom anything grave happened, and only where no number of the told report is gone that it may
   * stand for.
   */
  private static boolean isSaidOtherwise(Figure figure, FigureMatch told, Pair pair) {
    Set<String> fresh = pair.fresh().whole().values();
    boolean span = figure.sort().unit().equals("يوم");
    return (span || !Weight.isGrave(figure.acts()))
        && (told.mayHave(figure) || Lists.counts(figure, pair.told()))
        && pair.told().whole().figures().stream()
            .noneMatch(old -> old.isCountLike(figure) && !fresh.contains(old.value()));
  }

  /** «13 ضحية» where both tell of four dead and nine injured; or the rest of what both tell. */
  private static boolean isSum(Figure figure, Pair pair) {
    BigDecimal sum = figure.number();
    Set<String> values = new HashSet<>(pair.told().whole().values());
    values.retainAll(pair.fresh().whole().values());
    return sum != null
        && pair.fresh().whole().figures().stream()
            .filter(one -> values.contains(one.value()) && one.number() != null)
            .map(Figure::number)
            .anyMatch(one -> isOther(sum.subtract(one), values) || isOther(sum.add(one), values));
  }

  private static boolean isOther(BigDecimal number, Set<String> values) {
    return number.signum() > 0 && values.contains(number.stripTrailingZeros().toPlainString());
  }

  /** The second year of «2026-2027», the season both are in, where no other year was told. */
  private static boolean isSeason(Figure figure, FigureMatch told, Pair pair) {
    List<Figure> figures = pair.fresh().whole().figures();
    int at = figures.indexOf(figure);
    return at > 0
        && Figure.YEAR.matcher(figure.value()).matches()
        && figures.get(at - 1).isNumber(Integer.parseInt(figure.value()) - 1)
        && told.has(figures.get(at - 1), pair.fresh().at())
        && pair.told().whole().values().stream()
            .allMatch(
                value ->
                    !Figure.YEAR.matcher(value).matches()
                        || value.equals(figures.get(at - 1).value()));
  }

  /** Hundreds of thousands to whom nothing grave happened now, or who fled, where none are told. */
  private static boolean isCrowd(Figure figure, Pair pair) {
    Set<String> classes = Wider.classes(figure.acts());
    boolean refugees =
        classes.contains(FLEE)
            && pair.told().wider().contains(FLEE)
            && pair.told().whole().figures().isEmpty();
    boolean alone = pair.told().whole().figures().stream().noneMatch(Figure::isVague);
    return figure.isVague() && alone && (refugees || !Weight.isGrave(figure.acts()));
  }

  /** «من 34 إلى 33» where 33 was told: what it was before. */
  private static boolean isBefore(Figure figure, Pair pair) {
    List<Figure> figures = pair.fresh().text().figures();
    int next = figures.indexOf(figure) + 1;
    return figure.place() == Place.FROM
        && next > 0
        && next < figures.size()
        && figures.get(next).place() == Place.TO
        && figures.get(next).isPercent() == figure.isPercent()
        && !figures.get(next).isVague()
        && pair.told().whole().values().contains(figures.get(next).value());
  }

  /** «ستة أشهر», then «عاما»: a single unit of time in the place of how long it was. */
  private static @Nullable Verdict spans(Pair pair) {
    FigureMatch fresh = new FigureMatch(pair.fresh());
    List<String> words = pair.fresh().letter().title();
    for (Figure figure : pair.told().title().figures()) {
      BigDecimal length = Spans.length(figure);
      if (length != null && !fresh.has(figure, null)) {
        for (String word : words) {
          if (Spans.isUnit(word) && !pair.told().letter().title().contains(word)) {
            return Verdict.news(Reason.ANOTHER_NUMBER, figure.value());
          }
        }
      }
    }
    return null;
  }

  /**
   * Whether another number is now of the things or the act it was of, or it is what they went from
   * and not to.
   */
  private static boolean countsOther(Pair pair, String value) {
    if (isDuration(pair.told(), value) && isDuration(pair.fresh(), value)) {
      return false;
    }
    return areOther(pair, value, Figure::acts)
        || areOther(pair, value, Figure::counted)
        || direction(pair.told(), value) * direction(pair.fresh(), value) < 0;
  }

  private static boolean isDuration(Account account, String value) {
    return account.whole().figures().stream()
        .anyMatch(figure -> figure.value().equals(value) && !figure.sort().unit().isEmpty());
  }

  private static boolean areOther(Pair pair, String value, Function<Figure, Set<String>> what) {
    Set<String> told = all(pair.told(), value::equals, what);
    Set<String> fresh = all(pair.fresh(), value::equals, what);
    return !told.isEmpty()
        && !fresh.isEmpty()
        && areApart(told, fresh)
        && pair.fresh().whole().values().stream()
            .anyMatch(
                other ->
                    changes(pair, other, what)
                        && counts(pair.fresh(), other, what, told)
                        && counts(pair.told(), other, what, fresh));
  }

  private static boolean changes(Pair pair, String value, Function<Figure, Set<String>> what) {
    Set<String> told = all(pair.told(), value::equals, what);
    Set<String> fresh = all(pair.fresh(), value::equals, what);
    return !told.isEmpty() && !fresh.isEmpty() && areApart(told, fresh);
  }

  private static boolean counts(
      Account account, String value, Function<Figure, Set<String>> what, Set<String> things) {
    return !areApart(things, all(account, value::equals, what));
  }

  private static boolean areApart(Set<String> told, Set<String> fresh) {
    return Collections.disjoint(told, fresh)
        && Collections.disjoint(Wider.classes(told), Wider.classes(fresh));
  }

  private static Set<String> all(
      Account account, Predicate<String> which, Function<Figure, Set<String>> what) {
    Set<String> all = new HashSet<>();
    account.whole().figures().stream()
        .filter(figure -> which.test(figure.value()))
        .forEach(figure -> all.addAll(what.apply(figure)));
    return all;
  }

  /** Below 0 for a number things went from, above it for one they went to. */
  private static int direction(Account account, String value) {
    int sum = 0;
    for (Figure figure : account.whole().figures()) {
      if (figure.value().equals(value)) {
        sum += figure.place() == Place.FROM ? -1 : figure.place() == Place.TO ? 1 : 0;
      }
    }
    return sum;
  }

  /** A day or month only one of them names is no other one, unless the headline does. */
  private static @Nullable Verdict days(Pair pair) {
    Verdict day = others(pair, Kind.DAY);
    return day == null ? others(pair, Kind.MONTH) : day;
  }

  private static @Nullable Verdict others(Pair pair, Kind kind) {
    Set<String> told = pair.told().whole().keys(kind);
    pair.told().whole().figures().stream()
        .filter(figure -> kind == Kind.MONTH && figure.isDate())
        .forEach(date -> told.add(date.value().substring(date.day().length() + 1)));
    Set<String> fresh = new HashSet<>(pair.fresh().whole().keys(kind));
    boolean added = fresh.containsAll(told);
    if (added) {
      fresh = pair.fresh().title().keys(kind);
    }
    fresh.removeAll(told);
    fresh.removeIf(day -> Nights.isFollowed(day, pair));
    return fresh.isEmpty() ? null : Verdict.news(Reason.ANOTHER_DAY, fresh.toString());
  }
}
