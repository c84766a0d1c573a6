package org.marsad.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.story.Atom.Place;
import org.marsad.story.Verdict.Reason;

/**
 * Whether a report in other words tells the same event: its headline names nobody, no act and no
 * stage that was not told, it replaces nothing, and both have enough in common. Its text may tell
 * more. Serves one pair.
 */
final class Retelling {
  private static final int MORE_SHARE = 3;

  private static final Set<String> BEHIND =
      Set.of("بعد", "عقب", "اثر", "وسط", "after", "following", "amid", "apres");

  private final Account told;
  private final Account fresh;

  Retelling(Pair pair) {
    told = pair.told();
    fresh = pair.fresh();
  }

  /** What is told by the second only, or that they have too little in common, or null. */
  @Nullable Verdict news() {
    Verdict news = headline();
    news = news == null ? StageCheck.news(told, fresh) : news;
    news = news == null ? missing() : news;
    news = news == null ? NameCheck.news(told, fresh) : news;
    return news == null ? CommonCheck.news(told, fresh) : news;
  }

  private @Nullable Verdict headline() {
    List<Atom> facts = fresh.title().facts();
    int extra = 0;
    for (Atom atom : facts) {
      if (Weight.stands(atom, told)
          || (atom.kind() == Kind.SIDE && told.whole().of(Kind.SIDE).isEmpty())) {
        continue;
      }
      extra++;
      if (isNews(atom) || extra > Math.max(1, facts.size() / MORE_SHARE)) {
        return Verdict.news(FactCheck.reason(atom), atom.form());
      }
    }
    return null;
  }

  private boolean isNews(Atom atom) {
    if (atom.kind().isAct()) {
      boolean other = Weight.isTelling(atom, fresh) || !isLeadTold();
      return Weight.isGrave(atom) || (other && !isBehind(atom));
    }
    if (atom.kind() == Kind.UNKNOWN && atom.form().startsWith("ي") && !isLeadTold()) {
      return true;
    }
    boolean thing = atom.kind() == Kind.NOUN || isCounted(atom);
    return Weight.isTelling(atom, fresh) && !(thing && isKept());
  }

  /** «... بعد احتجاجات»: what went before the act that was told. */
  private boolean isBehind(Atom atom) {
    int at = fresh.title().atoms().indexOf(atom);
    return at > 0 && BEHIND.contains(fresh.title().atoms().get(at - 1).form());
  }

  /** Whether so many of it are counted: what outlets call them differs. */
  private boolean isCounted(Atom atom) {
    return atom.entity() == null
        && atom.kind() == Kind.UNKNOWN
        && fresh.title().figures().stream().anyMatch(one -> one.counted().equals(atom.keys()));
  }

  /** Whether nothing that tells is missing of the told headline: what is more replaces nothing. */
  private boolean isKept() {
    return told.title().facts().stream()
        .allMatch(atom -> Weight.stands(atom, fresh) || !Weight.isTelling(atom, told));
  }

  /** Whether the first act of its text was told: what its headline calls it, is it. */
  private boolean isLeadTold() {
    return fresh.text().atoms().stream()
        .filter(atom -> atom.kind().isAct())
        .findFirst()
        .filter(atom -> Weight.stands(atom, told))
        .isPresent();
  }

  /** Whom or what the told headline is about must not be missing, nor all that it says happened. */
  private @Nullable Verdict missing() {
    List<Atom> acts = new ArrayList<>();
    for (Atom atom : told.title().facts()) {
      boolean stage = Weight.isStage(atom);
      if ((stage || isCore(atom, told)) && !Weight.stands(atom, fresh)) {
        return Verdict.news(FactCheck.reason(atom), "-" + atom.form());
      }
      if (atom.kind().isAct()) {
        acts.add(atom);
      }
    }
    boolean grave = acts.stream().anyMatch(Weight::isGrave);
    boolean kept =
        acts.stream()
            .anyMatch(atom -> Weight.stands(atom, fresh) && (!grave || Weight.isGrave(atom)));
    return acts.isEmpty() || kept || isNoAct(fresh.title())
        ? null
        : Verdict.news(Reason.ANOTHER_ACT, "-" + acts.get(0).form());
  }

  /** A headline of names and numbers alone. */
  private static boolean isNoAct(Passage title) {
    return !title.figures().isEmpty()
        && title.facts().stream().noneMatch(atom -> atom.kind().isAct());
  }

  /** Whether it names whom it is about, and not where, who says so or whose somebody is. */
  private static boolean isCore(Atom atom, Account account) {
    if (People.isGiven(atom) || atom.entity() != null) {
      return !People.isGiven(atom);
    }
    if (!atom.head().isEmpty() || atom.place() == Place.IN || atom.place() == Place.SOURCE) {
      return false;
    }
    return switch (atom.kind()) {
      case GEO -> true;
      case ACTOR -> Wider.classes(atom.keys()).isEmpty();
      case UNKNOWN -> atom.place() != Place.NONE && atom.indexIn(account.text().atoms()) >= 0;
      default -> false;
    };
  }
}
