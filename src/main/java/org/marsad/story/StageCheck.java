package org.marsad.story;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.story.Verdict.Reason;

/**
 * Whether a report in other words tells another stage of what the other tells, or denies it. Pure
 * functions.
 */
final class StageCheck {
  /** Words for what is new that say so of nearly everything. */
  private static final Set<String> WEAK =
      Set.of(
          "NEW:جديد",
          "NEW:new",
          "NEW:nouveau",
          "NEW:اول",
          "NEW:first",
          "NEW:after",
          "NEW:despite",
          "NEW:apres",
          "NEW:malgre",
          "NEW:latest");

  private static final Set<String> ATTEMPTS = Set.of("MAY:يسعي", "MAY:try");

  /** That something is not there is no denial. */
  private static final Set<String> LACKS = Set.of("دون", "بلا", "بدون", "without", "sans");

  private static final Set<String> ANOTHER = Set.of("اخر", "اخري", "another", "autre");

  private static final Set<String> DENIALS = Set.of("NOT:نفي", "NOT:deny", "NOT:dement");

  private StageCheck() {}

  /** What is denied, not certain or later, or null. */
  static @Nullable Verdict news(Account told, Account fresh) {
    Verdict news = denied(fresh, told);
    news = news == null ? denied(told, fresh) : news;
    if (news != null) {
      return news;
    }
    for (Atom atom : fresh.title().of(Kind.FUNC)) {
      if (ANOTHER.contains(atom.form())
          && told.whole().atoms().stream().noneMatch(one -> one.form().equals(atom.form()))) {
        return Verdict.news(Reason.DEVELOPMENT, atom.form());
      }
    }
    for (Atom atom : fresh.title().of(Kind.NEW)) {
      if (!atom.shares(told.keys()) && !atom.shares(WEAK)) {
        return Verdict.news(Reason.DEVELOPMENT, atom.form());
      }
    }
    news = uncertain(fresh.title(), told);
    return news == null ? uncertain(told.title(), fresh) : news;
  }

  private static @Nullable Verdict uncertain(Passage title, Account other) {
    return title.of(Kind.MAY).stream()
        .filter(atom -> !Weight.stands(atom, other) && !atom.shares(ATTEMPTS))
        .filter(
            atom -> !CertaintyCheck.isAhead(atom.keys()) || !CertaintyCheck.isAhead(other.keys()))
        .findFirst()
        .map(atom -> Verdict.news(Reason.NOT_CERTAIN, atom.form()))
        .orElse(null);
  }

  private static @Nullable Verdict denied(Account one, Account other) {
    boolean act = one.title().facts().stream().anyMatch(atom -> atom.kind().isAct());
    Passage where = act ? one.title() : one.whole();
    boolean says = where.of(Kind.NOT).stream().anyMatch(atom -> !LACKS.contains(atom.form()));
    if (says && other.whole().of(Kind.NOT).isEmpty()) {
      return Verdict.news(Reason.DENIED, "");
    }
    for (Atom atom : one.whole().atoms()) {
      boolean denies =
          atom.kind() == Kind.NOT && atom.shares(DENIALS) && !atom.shares(other.keys());
      if (denies
          || (atom.negated() && !atom.shares(other.negated()) && Weight.stands(atom, other))) {
        return Verdict.news(Reason.DENIED, atom.form());
      }
    }
    return null;
  }
}
