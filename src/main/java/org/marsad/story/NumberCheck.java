package org.marsad.story;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.marsad.story.Atom.Place;
import org.marsad.story.Verdict.Reason;

/** Whether the numbers, days and months of two reports are the same. Pure functions. */
final class NumberCheck {
  private NumberCheck() {}

  /** What is another number or day, or null. */
  static @Nullable Verdict news(Pair pair) {
    Verdict missing = missing(pair.fresh().whole(), pair.told(), pair);
    missing = missing == null ? missing(pair.told().title(), pair.fresh(), pair) : missing;
    missing = missing == null ? days(pair) : missing;
    if (missing != null) {
      return missing;
    }
    for (String value : pair.fresh().whole().values()) {
      if (countsOther(pair, value)) {
        return Verdict.news(Reason.ANOTHER_NUMBER, value);
      }
    }
    return null;
  }

  private static @Nullable Verdict missing(Passage passage, Account other, Pair pair) {
    Set<String> values = other.whole().values();
    for (Figure figure : passage.figures()) {
      if (!values.contains(figure.value()) && !isPublished(figure, pair.fresh().at())) {
        return Verdict.news(Reason.ANOTHER_NUMBER, figure.value());
      }
    }
    return null;
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

  /**
   * Whether the same number is of other things, of another act, or what it went from and not to.
   */
  private static boolean countsOther(Pair pair, String value) {
    return areOther(pair, value, Figure::acts)
        || areOther(pair, value, Figure::counted)
        || direction(pair.told(), value) * direction(pair.fresh(), value) < 0;
  }

  private static boolean areOther(Pair pair, String value, Function<Figure, Set<String>> what) {
    Set<String> told = all(pair.told(), value, what);
    Set<String> fresh = all(pair.fresh(), value, what);
    return !told.isEmpty()
        && !fresh.isEmpty()
        && Collections.disjoint(told, fresh)
        && !(Collections.disjoint(told, pair.fresh().keys())
            && Collections.disjoint(fresh, pair.told().keys()));
  }

  private static Set<String> all(
      Account account, String value, Function<Figure, Set<String>> what) {
    Set<String> all = new HashSet<>();
    account.whole().figures().stream()
        .filter(figure -> figure.value().equals(value))
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

  /** A day only one of them names is no other day, unless the headline does. */
  private static @Nullable Verdict days(Pair pair) {
    Set<String> told = pair.told().whole().keys(Kind.DAY);
    Set<String> fresh =
        told.isEmpty() ? pair.fresh().title().keys(Kind.DAY) : pair.fresh().whole().keys(Kind.DAY);
    fresh.addAll(pair.fresh().whole().keys(Kind.MONTH));
    fresh.removeAll(told);
    fresh.removeAll(pair.told().whole().keys(Kind.MONTH));
    return fresh.isEmpty() ? null : Verdict.news(Reason.ANOTHER_DAY, fresh.toString());
  }
}
