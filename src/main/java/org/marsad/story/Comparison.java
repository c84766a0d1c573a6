package org.marsad.story;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.story.Verdict.Reason;
import org.marsad.story.Verdict.Relation;

/**
 * Whether a report tells what another told before. Everything is news that is not shown to be the
 * same: a word that may carry a fact and has no match is reason enough. Pure functions.
 */
final class Comparison {
  /** Behind it nothing is the same story any more. */
  static final Duration WINDOW = Duration.ofHours(72);

  /** Behind it only the same text is; of a series, and of one outlet, not even that. */
  private static final Duration OTHER_WORDS = Duration.ofHours(24);

  private static final String EXACT = "[0-9.]{4,}%?";

  private static final Duration SERIES = Duration.ofHours(3);

  private Comparison() {}

  static Verdict verdict(Pair pair) {
    boolean same = SameText.is(pair);
    boolean copy = same || isEdited(pair);
    Verdict news = circumstances(pair, copy);
    news = news == null && !(copy && !same) ? facts(pair, copy) : news;
    news = news == null && same ? SameText.added(pair) : news;
    if (news != null) {
      return news;
    }
    return copy
        ? new Verdict(Relation.COPY, Reason.SAME_TEXT, "")
        : new Verdict(Relation.SAME, Reason.SAME_EVENT, "");
  }

  private static boolean isEdited(Pair pair) {
    return (EditedText.is(pair) || SameText.isRetitled(pair))
        && NumberCheck.news(pair) == null
        && CertaintyCheck.reported(pair.told().title(), pair.fresh().title()) == null
        && strictly(pair, true) == null;
  }

  private static @Nullable Verdict circumstances(Pair pair, boolean copy) {
    Duration gap = pair.gap();
    boolean withText = copy && !pair.fresh().letter().text().isEmpty();
    boolean late = gap.compareTo(OTHER_WORDS) > 0;
    if (gap.compareTo(WINDOW) > 0 || (late && !withText)) {
      return Verdict.news(Reason.TOO_LATE, "");
    }
    if (pair.told().site().equals(pair.fresh().site()) && late) {
      return Verdict.news(Reason.ONE_SITE, pair.told().site());
    }
    boolean again = gap.compareTo(SERIES) > 0 && (late || !withText);
    return again && isSeries(pair) ? Verdict.news(Reason.SERIES, "") : null;
  }

  /** With the same exact number it is what was told, and not the next of the series. */
  private static boolean isSeries(Pair pair) {
    Set<String> values = new HashSet<>(pair.told().title().values());
    values.retainAll(pair.fresh().title().values());
    if (values.stream().anyMatch(value -> value.matches(EXACT))) {
      return false;
    }
    return !pair.told().title().of(Kind.AGAIN).isEmpty()
        && !pair.fresh().title().of(Kind.AGAIN).isEmpty();
  }

  /** Every fact stands in both, or else nothing tells them apart and much joins them. */
  private static @Nullable Verdict facts(Pair pair, boolean copy) {
    Verdict news = NumberCheck.news(pair);
    news = news == null ? CertaintyCheck.reported(pair.told().title(), pair.fresh().title()) : news;
    news = news == null && !copy ? CertaintyCheck.confirmed(pair.told(), pair.fresh()) : news;
    news = news == null && !copy ? StageCheck.announced(pair.told(), pair.fresh()) : news;
    news = news == null && !copy ? NameCheck.places(pair.told(), pair.fresh()) : news;
    if (news != null) {
      return news;
    }
    news = strictly(pair, copy);
    return news == null || copy ? news : retold(pair);
  }

  private static @Nullable Verdict strictly(Pair pair, boolean copy) {
    if (copy && SameText.isOneText(pair)) {
      return CertaintyCheck.more(pair);
    }
    Verdict news = CertaintyCheck.news(pair);
    news = news == null ? new RoleCheck(pair, true).news() : news;
    return news == null && !copy ? new FactCheck(pair).news() : news;
  }

  private static @Nullable Verdict retold(Pair pair) {
    Verdict news = new RoleCheck(pair, false).news();
    return news == null ? new Retelling(pair).news() : news;
  }
}
