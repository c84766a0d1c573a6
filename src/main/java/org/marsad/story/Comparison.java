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
    boolean edited = isEdited(pair);
    boolean copy = same || edited;
    Verdict news = circumstances(pair, copy);
    news = news == null && !edited ? facts(pair, copy) : news;
    news = news == null && same ? SameText.added(pair) : news;
    if (news != null) {
      return news;
    }
    return copy
        ? new Verdict(Relation.COPY, Reason.SAME_TEXT, "")
        : new Verdict(Relation.SAME, Reason.SAME_EVENT, "");
  }

  private static boolean isEdited(Pair pair) {
    boolean one = pair.fresh().letter().wording().isOf(pair.told().letter().wording());
    if (one && !EditedText.isOneHeadline(pair)) {
      return isRetitled(pair);
    }
    return EditedText.is(pair)
        && NumberCheck.news(pair) == null
        && CertaintyCheck.reported(pair.told().title(), pair.fresh().title()) == null
        && strictly(pair, true) == null;
  }

  /** Whether a text that was told has a headline of its own, with no other number or name. */
  private static boolean isRetitled(Pair pair) {
    Pair texts = new Pair(pair.told().untitled(), pair.fresh().untitled());
    return NumberCheck.news(texts) == null
        && CertaintyCheck.news(texts) == null
        && CertaintyCheck.reported(pair.told().title(), pair.fresh().title()) == null
        && !StageCheck.isNegative(pair.fresh().title(), pair.told())
        && pair.fresh().title().facts().stream()
            .allMatch(atom -> !Weight.isHard(atom) || Weight.stands(atom, pair.told()))
        && NumberCheck.titled(pair) == null
        && NameCheck.titled(pair) == null
        && new RoleCheck(pair, false).news() == null;
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
    news = news == null ? EditedText.status(pair) : news;
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
      Verdict more = CertaintyCheck.more(pair);
      boolean alike = SameText.isAlike(pair.told().letter().title(), pair.fresh().letter().title());
      return more == null && !alike ? new RoleCheck(pair, false).news() : more;
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
