package org.marsad.story;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.story.Verdict.Reason;

/**
 * Whether a report in other words tells the same facts: each word of its headline must be matched,
 * most words of its text, and what the told headline says must not be missing. Serves one pair.
 */
final class FactCheck {
  private static final int MIN_MATCHED = 3;
  private static final int MAX_MISSING = 1;
  private static final int TEXT_SHARE = 5;

  private final Account told;
  private final Account fresh;

  FactCheck(Pair pair) {
    told = pair.told();
    fresh = pair.fresh();
  }

  /** What is told by one only, or null. */
  @Nullable Verdict news() {
    Verdict news = headline();
    news = news == null ? replaced() : news;
    news = news == null ? missing() : news;
    return news == null ? text() : news;
  }

  private @Nullable Verdict headline() {
    List<Atom> facts = fresh.title().facts();
    for (Atom atom : facts) {
      if (!Pair.has(told, atom)) {
        return Verdict.news(reason(atom), atom.form());
      }
    }
    int matched = facts.size() + fresh.title().figures().size();
    return matched < MIN_MATCHED
        ? Verdict.news(Reason.LITTLE_IN_COMMON, Integer.toString(matched))
        : null;
  }

  /** Whether another stands in a headline than in the other, where the texts do not agree. */
  private @Nullable Verdict replaced() {
    List<Atom> gone = others(told.title(), fresh.title());
    for (Atom name : others(fresh.title(), told.title())) {
      for (Atom other : gone) {
        if (other.head().isEmpty() && order(told, name, other) * order(fresh, name, other) != 1) {
          return Verdict.news(Reason.ROLES_DIFFER, name.form());
        }
      }
    }
    return null;
  }

  private static List<Atom> others(Passage title, Passage other) {
    return title.names().stream().filter(atom -> atom.indexIn(other.atoms()) < 0).toList();
  }

  /** 1 if the text names the first before the second, -1 if behind, 0 if it lacks one. */
  private static int order(Account account, Atom first, Atom second) {
    int one = first.indexIn(account.text().atoms());
    int two = second.indexIn(account.text().atoms());
    return one < 0 || two < 0 ? 0 : Integer.compare(two, one);
  }

  /** A headline may leave out a thing, and whose somebody is. */
  private @Nullable Verdict missing() {
    int things = 0;
    for (Atom atom : told.title().facts()) {
      if (Pair.has(fresh, atom)) {
        continue;
      }
      boolean people = atom.kind() == Kind.GEO && !atom.head().isEmpty();
      things += atom.kind() == Kind.NOUN ? 1 : 0;
      if ((atom.kind() != Kind.NOUN && !people) || Titles.isOffice(atom) || things > MAX_MISSING) {
        return Verdict.news(reason(atom), "-" + atom.form());
      }
    }
    return null;
  }

  private @Nullable Verdict text() {
    List<Atom> facts = fresh.text().facts();
    List<String> extra = new ArrayList<>();
    for (Atom atom : facts) {
      if (Pair.has(told, atom)) {
        continue;
      }
      if (atom.entity() != null && !(atom.kind() == Kind.GEO && allNamesStand())) {
        return Verdict.news(Reason.ANOTHER_NAME, atom.form());
      }
      extra.add(atom.form());
    }
    return extra.size() > Math.max(1, facts.size() / TEXT_SHARE)
        ? Verdict.news(Reason.MORE_TO_SAY, extra.toString())
        : null;
  }

  /** Then a place more is where it is, and not another. */
  private boolean allNamesStand() {
    return told.text().names().stream().allMatch(name -> Pair.has(fresh, name));
  }

  /** Why a word that stands in one only is news. */
  static Reason reason(Atom atom) {
    if (atom.kind().isAct()) {
      return Reason.ANOTHER_ACT;
    }
    return atom.kind().isName() ? Reason.ANOTHER_NAME : Reason.ANOTHER_THING;
  }
}
