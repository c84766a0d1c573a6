package org.marsad.story;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.marsad.story.Verdict.Reason;

/**
 * Whether one report denies what the other says, is less sure of it, or calls it a later
 * development. Pure functions.
 */
final class CertaintyCheck {
  /** Ways to say that something is going to be done. */
  private static final Set<String> AHEAD =
      Set.of(
          "MAY:سوف",
          "MAY:يعتزم",
          "MAY:يتوقع",
          "MAY:ينتظر",
          "MAY:would",
          "MAY:plan",
          "MAY:va",
          "MAY:envisage",
          "NOUN:مقبل");

  private static final Set<String> REPORTS =
      Set.of(
          "انباء", "نبا", "تقارير", "شائعه", "شائعات", "مزاعم", "reports", "rumours", "rumors",
          "rumeurs");

  private static final Set<String> VOTES = Set.of(Wider.named("vote"), Wider.named("approve"));

  private static final Set<String> AGAINST = Set.of("ضد", "against", "contre");

  private static final Set<String> CONFIRMED =
      Set.of(
          "يؤكد", "تؤكد", "يؤكدان", "confirm", "confirms", "confirmed", "confirme", "confirment");

  private static final Set<String> UNOFFICIAL =
      Set.of("مصادر", "شهود", "ناشطون", "سكان", "sources", "witnesses", "residents", "temoins");

  private static final Set<String> BEFORE = Set.of("قبل", "قبيل", "before", "avant");

  private CertaintyCheck() {}

  /** Whether one of these says that it is going to be done. */
  static boolean isAhead(Set<String> keys) {
    return AHEAD.stream().anyMatch(keys::contains);
  }

  /** What is denied, not certain or later, or null. */
  static @Nullable Verdict news(Pair pair) {
    Account told = pair.told();
    Account fresh = pair.fresh();
    if (told.title().of(Kind.NOT).size() != fresh.title().of(Kind.NOT).size()) {
      return Verdict.news(Reason.DENIED, "");
    }
    Verdict news = more(pair);
    news = news == null ? denied(told.title(), fresh) : news;
    return news == null ? uncertain(told.title(), fresh) : news;
  }

  /** What the fresh report alone denies, is not sure of or calls later, or null. */
  static @Nullable Verdict more(Pair pair) {
    if (pair.fresh().title().of(Kind.NOT).size() > pair.told().title().of(Kind.NOT).size()) {
      return Verdict.news(Reason.DENIED, "");
    }
    Passage fresh = pair.fresh().whole();
    Verdict news = denied(fresh, pair.told());
    news = news == null ? uncertain(fresh, pair.told()) : news;
    return news == null ? later(fresh, pair.told()) : news;
  }

  /**
   * That what was told is called a mere report by now («... يظهر بعد أنباء مقتله»), or that what
   * was ahead is over («قبل القمة», «بعد القمة»), or for is against, or null.
   */
  static @Nullable Verdict reported(Passage told, Passage fresh) {
    boolean reported = isBehindReports(fresh) && !isBehindReports(told);
    if (isVote(told) && isVote(fresh) && has(told, AGAINST) != has(fresh, AGAINST)) {
      return Verdict.news(Reason.DENIED, "");
    }
    boolean turned = (isBefore(told) && isBehind(fresh)) || (isBehind(told) && isBefore(fresh));
    return reported || turned ? Verdict.news(Reason.DEVELOPMENT, "") : null;
  }

  /** That what only sources or witnesses told is confirmed by now, or null. */
  static @Nullable Verdict confirmed(Account told, Account fresh) {
    return has(fresh.title(), CONFIRMED)
            && !has(told.whole(), CONFIRMED)
            && has(told.whole(), UNOFFICIAL)
        ? Verdict.news(Reason.DEVELOPMENT, "")
        : null;
  }

  private static boolean isVote(Passage title) {
    return title.atoms().stream()
        .anyMatch(atom -> !Collections.disjoint(VOTES, Wider.classes(atom.keys())));
  }

  private static boolean isBefore(Passage title) {
    return has(title, BEFORE) && !has(title, Retelling.BEHIND);
  }

  private static boolean isBehind(Passage title) {
    return has(title, Retelling.BEHIND) && !has(title, BEFORE);
  }

  private static boolean has(Passage title, Set<String> words) {
    return title.atoms().stream().anyMatch(atom -> words.contains(atom.form()));
  }

  private static boolean isBehindReports(Passage title) {
    List<Atom> atoms = title.atoms();
    return IntStream.range(1, atoms.size())
        .anyMatch(
            i ->
                REPORTS.contains(atoms.get(i).form())
                    && Retelling.BEHIND.contains(atoms.get(i - 1).form()));
  }

  private static @Nullable Verdict denied(Passage passage, Account other) {
    return passage.atoms().stream()
        .filter(atom -> atom.negated() && !atom.shares(other.negated()))
        .findFirst()
        .map(atom -> Verdict.news(Reason.DENIED, atom.form()))
        .orElse(null);
  }

  private static @Nullable Verdict uncertain(Passage passage, Account other) {
    return passage.of(Kind.MAY).stream()
        .filter(atom -> !atom.shares(other.keys()))
        .filter(atom -> !atom.shares(AHEAD) || AHEAD.stream().noneMatch(other.keys()::contains))
        .findFirst()
        .map(atom -> Verdict.news(Reason.NOT_CERTAIN, atom.form()))
        .orElse(null);
  }

  private static @Nullable Verdict later(Passage passage, Account other) {
    return passage.of(Kind.NEW).stream()
        .filter(atom -> !atom.shares(other.keys()))
        .findFirst()
        .map(atom -> Verdict.news(Reason.DEVELOPMENT, atom.form()))
        .orElse(null);
  }
}
