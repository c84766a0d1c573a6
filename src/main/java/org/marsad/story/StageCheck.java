package org.marsad.story;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.marsad.story.Atom.Place;
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

  /** A text that begins with what is ahead has a headline of the same. */
  private static final int LEAD = 3;

  /** How many words behind it are what is ahead. */
  private static final int REACH = 6;

  private static final Set<String> ATTEMPTS = Set.of("MAY:يسعي", "MAY:try");

  /** That something is not there is no denial. */
  private static final Set<String> LACKS = Set.of("دون", "بلا", "بدون", "without", "sans");

  private static final Set<String> ANOTHER = Set.of("اخر", "اخري", "another", "autre");

  private static final Set<String> DENIALS = Set.of("NOT:نفي", "NOT:deny", "NOT:dement");

  private static final Set<String> REJECTIONS = Set.of(Wider.named("reject"), Wider.named("ban"));

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
    // «غارات جديدة ...», and behind it «مجددا»: what the headline says weakly, the text makes sure.
    boolean isNew = fresh.title().of(Kind.NEW).stream().anyMatch(atom -> !atom.shares(told.keys()));
    for (Atom atom : (isNew ? fresh.whole() : fresh.title()).of(Kind.NEW)) {
      if (!atom.shares(told.keys()) && !atom.shares(WEAK)) {
        return Verdict.news(Reason.DEVELOPMENT, atom.form());
      }
    }
    news = uncertain(fresh.title(), told);
    return news == null ? uncertain(told.title(), fresh) : news;
  }

  /**
   * What the told text only said was ahead, the headline says is done: «ينتظر توقيع ترامب», then
   * «ترامب يوقع».
   */
  static @Nullable Verdict announced(Account told, Account fresh) {
    for (Atom act : fresh.title().facts()) {
      if (act.kind().isAct() && Weight.isGrave(act) && isOnlyPurpose(act, told, fresh)) {
        return Verdict.news(Reason.DEVELOPMENT, act.form());
      }
    }
    List<Atom> text = told.text().atoms();
    for (int i = 0; i < text.size(); i++) {
      Atom marker = text.get(i);
      if (marker.kind() != Kind.MAY || marker.shares(fresh.keys()) || marker.shares(ATTEMPTS)) {
        continue;
      }
      List<Atom> ahead = text.subList(i + 1, Math.min(text.size(), i + 1 + REACH));
      for (Atom atom : fresh.title().facts()) {
        boolean act = atom.kind().isAct() || atom.entity() != null;
        if (act
            && isAmong(atom, ahead)
            && !isAmong(atom, before(told, i))
            && !isAhead(atom, fresh)) {
          return Verdict.news(Reason.DEVELOPMENT, atom.form());
        }
      }
    }
    return null;
  }

  /** «جلسة للتصويت على ...» before, and now «صوت». */
  private static boolean isOnlyPurpose(Atom act, Account told, Account fresh) {
    Set<String> classes = Wider.classes(act.keys());
    List<Atom> before =
        told.whole().atoms().stream()
            .filter(
                other ->
                    act.isSame(other)
                        || !Collections.disjoint(classes, Wider.classes(other.keys())))
            .toList();
    return !before.isEmpty()
        && before.stream().allMatch(StageCheck::isPurpose)
        && act.part().voice() == Atom.Voice.ACTIVE
        && fresh.whole().atoms().stream().filter(act::isSame).noneMatch(StageCheck::isPurpose);
  }

  private static boolean isPurpose(Atom atom) {
    return atom.kind().isAct() && atom.place() == Place.TO && atom.form().startsWith("ل");
  }

  /** Whether the headline itself says that it is to be done. */
  private static boolean isAhead(Atom atom, Account account) {
    List<Atom> title = account.title().atoms();
    int at = title.indexOf(atom);
    return title.subList(Math.max(0, at - 2), at).stream().anyMatch(one -> one.kind() == Kind.MAY)
        || isAhead(atom, account.text().atoms());
  }

  private static boolean isAhead(Atom atom, List<Atom> text) {
    return IntStream.range(0, text.size())
        .filter(i -> text.get(i).kind() == Kind.MAY)
        .anyMatch(i -> isAmong(atom, text.subList(i + 1, Math.min(text.size(), i + 1 + REACH))));
  }

  private static List<Atom> before(Account told, int end) {
    return end <= LEAD
        ? told.text().atoms().subList(0, end)
        : told.whole().atoms().subList(0, told.title().atoms().size() + end);
  }

  private static boolean isAmong(Atom atom, List<Atom> atoms) {
    Set<String> classes = Wider.classes(atom.keys());
    return atoms.stream()
        .anyMatch(
            other ->
                atom.isSame(other) || !Collections.disjoint(classes, Wider.classes(other.keys())));
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
    if (says && other.whole().of(Kind.NOT).isEmpty() && !isRejection(other)) {
      return Verdict.news(Reason.DENIED, "");
    }
    if (isDenial(one.whole(), other)) {
      return Verdict.news(Reason.DENIED, "");
    }
    for (Atom atom : one.whole().atoms()) {
      if (atom.negated() && !isNegated(atom, other) && Weight.stands(atom, other)) {
        return Verdict.news(Reason.DENIED, atom.form());
      }
    }
    return null;
  }

  /** Whether it says no («ينفي ...», «لن ...») where the other says no of nothing. */
  static boolean isNegative(Passage passage, Account other) {
    return isDenial(passage, other)
        || (!passage.of(Kind.NOT).isEmpty() && other.whole().of(Kind.NOT).isEmpty());
  }

  private static boolean isDenial(Passage passage, Account other) {
    return passage.of(Kind.NOT).stream()
        .anyMatch(atom -> atom.shares(DENIALS) && !atom.shares(other.keys()));
  }

  /** «يرفض ...» says what «لن ...» says. */
  private static boolean isRejection(Account account) {
    return !Collections.disjoint(REJECTIONS, account.wider());
  }

  private static boolean isNegated(Atom atom, Account account) {
    return atom.shares(account.negated())
        || !Collections.disjoint(Roots.of(atom.form()), account.negated())
        || !Collections.disjoint(Wider.classes(atom.keys()), account.negated());
  }
}
