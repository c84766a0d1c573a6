package org.marsad.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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

  /** An act that only says that another begins. */
  private static final String START = Wider.named("start");

  /** Classes of acts that hold what they are done with. */
  private static final Set<String> WITH_WEAPONS =
      Set.of(Wider.named("attack"), Wider.named("shoot"), Wider.named("explode"));

  /** Acts that take back what was told. */
  private static final Set<String> BACK = Set.of(Wider.named("cancel"), Wider.named("delay"));

  /** What no report of an event leaves out where the other says of how many. */
  private static final Set<String> VICTIMS =
      Set.of(Wider.named("die"), Wider.named("flee"), Wider.named("displace"));

  private static final int MIN_TEXT_FACTS = 5;

  /** Before what happened first. */
  static final Set<String> BEHIND =
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
    news = news == null ? turned() : news;
    news = news == null ? StageCheck.news(told, fresh) : news;
    news = news == null ? missing() : news;
    news = news == null ? NameCheck.news(told, fresh) : news;
    news = news == null ? CommonCheck.news(told, fresh) : news;
    return news == null ? text() : news;
  }

  /**
   * What the text begins by taking back; under the headline that was told, what happened since can
   * only stand in the text.
   */
  private @Nullable Verdict text() {
    Atom first =
        fresh.text().atoms().stream().filter(atom -> atom.kind().isAct()).findFirst().orElse(null);
    if (first != null
        && !Collections.disjoint(BACK, Wider.classes(first.keys()))
        && !Weight.stands(first, told)) {
      return Verdict.news(Reason.ANOTHER_ACT, first.form());
    }
    if (!SameText.isAlike(told.letter().title(), fresh.letter().title())) {
      return null;
    }
    for (Atom act : fresh.text().atoms()) {
      if (act.kind().isAct() && Weight.isGrave(act) && !Weight.stands(act, told)) {
        return Verdict.news(Reason.ANOTHER_ACT, act.form());
      }
    }
    return null;
  }

  private @Nullable Verdict headline() {
    List<Atom> facts = fresh.title().facts();
    int extra = 0;
    for (Atom atom : facts) {
      if ((Weight.stands(atom, told) && !isByThing(atom))
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

  /** «إصابة ظهيره», «إصابة مدافعه»: right behind one act another than was told. */
  private @Nullable Verdict turned() {
    List<Atom> before = told.title().facts();
    List<Atom> now = fresh.title().facts();
    for (int i = 1; i < now.size(); i++) {
      Atom act = now.get(i - 1);
      int at = act.kind().isAct() ? act.indexIn(before) + 1 : 0;
      if (at > 0
          && at < before.size()
          && isOnlyThere(now.get(i), told)
          && isOnlyThere(before.get(at), fresh)) {
        return Verdict.news(FactCheck.reason(now.get(i)), now.get(i).form());
      }
    }
    return null;
  }

  private static boolean isOnlyThere(Atom atom, Account other) {
    return !atom.kind().isAct() && !Weight.stands(atom, other);
  }

  /** «مسيرات تضرب ...» where drones were told only: what it is done with does not tell the act. */
  private boolean isByThing(Atom atom) {
    Set<String> classes = new HashSet<>(Wider.classes(atom.keys()));
    classes.retainAll(WITH_WEAPONS);
    return atom.kind().isAct()
        && !Pair.has(told, atom)
        && fresh.title().facts().stream()
            .anyMatch(
                other ->
                    other.kind() == Kind.NOUN
                        && !Collections.disjoint(classes, Wider.classes(other.keys())))
        && told.whole().atoms().stream()
            .noneMatch(
                other ->
                    other.kind().isAct()
                        && !Collections.disjoint(classes, Wider.classes(other.keys())));
  }

  private boolean isNews(Atom atom) {
    if (atom.kind().isAct()) {
      boolean aim = atom.place() == Place.TO && isKept();
      boolean other = !aim && (Weight.isTelling(atom, fresh) || !isLeadTold());
      return Weight.isGrave(atom) || (other && !isBehind(atom));
    }
    if (atom.kind() == Kind.UNKNOWN && atom.form().startsWith("ي") && !isLeadTold()) {
      return true;
    }
    boolean thing = atom.kind() == Kind.NOUN || isCounted(atom, fresh);
    return Weight.isTelling(atom, fresh) && !(thing && isKept() && !isBefore(atom));
  }

  /** «... بعد رفع أسعار الوقود»: all that was told may stand behind what is new. */
  private boolean isBefore(Atom atom) {
    List<Atom> atoms = fresh.title().atoms();
    return atoms.subList(atoms.indexOf(atom), atoms.size()).stream()
            .anyMatch(other -> BEHIND.contains(other.form()))
        && told.title().atoms().stream().noneMatch(other -> BEHIND.contains(other.form()));
  }

  /** «... بعد احتجاجات»: what went before the act that was told. */
  private boolean isBehind(Atom atom) {
    int at = fresh.title().atoms().indexOf(atom);
    return at > 0 && BEHIND.contains(fresh.title().atoms().get(at - 1).form());
  }

  /** Whether so many of it are counted: what outlets call them differs. */
  private static boolean isCounted(Atom atom, Account account) {
    return atom.entity() == null
        && (atom.kind() == Kind.UNKNOWN || atom.kind() == Kind.NOUN)
        && account.title().figures().stream().anyMatch(one -> one.counted().equals(atom.keys()));
  }

  /** Whether the told headline says to how many it happened. */
  private boolean saysHowMany(Atom act) {
    return !fresh.text().atoms().isEmpty()
        && told.title().figures().stream().anyMatch(figure -> act.shares(figure.acts()));
  }

  /** Whether nothing that tells is missing of the told headline: what is more replaces nothing. */
  private boolean isKept() {
    return told.title().facts().stream()
        .allMatch(atom -> Weight.stands(atom, fresh) || !Weight.isTelling(atom, told));
  }

  /** Whether the first act of its text was told: what its headline calls it, is it. */
  private boolean isLeadTold() {
    List<Atom> acts = fresh.text().atoms().stream().filter(atom -> atom.kind().isAct()).toList();
    return Stream.concat(
            acts.stream().limit(1),
            acts.stream().filter(act -> !Wider.classes(act.keys()).contains(START)).limit(1))
        .anyMatch(act -> Weight.stands(act, told));
  }

  /**
   * What was begun, asked for or agreed must not be missing. Nor, where the texts say little or
   * another stands there instead, whom the told headline is about, and all that it says happened.
   */
  private @Nullable Verdict missing() {
    List<Atom> acts = new ArrayList<>();
    for (Atom atom : told.title().facts()) {
      boolean core = isCore(atom, told) && (isReplaced(atom) || (isThin() && !isLeftOut(atom)));
      boolean victims =
          !Collections.disjoint(VICTIMS, Wider.classes(atom.keys())) && saysHowMany(atom);
      if ((Weight.isStage(atom) || core || victims) && !Weight.stands(atom, fresh)) {
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
    boolean another = isThin() || fresh.title().facts().stream().anyMatch(Weight::isGrave);
    return acts.isEmpty() || kept || !another || isNoAct(fresh.title())
        ? null
        : Verdict.news(Reason.ANOTHER_ACT, "-" + acts.get(0).form());
  }

  /** Whether one of them says hardly more than its headline. */
  private boolean isThin() {
    return Math.min(told.text().facts().size(), fresh.text().facts().size()) < MIN_TEXT_FACTS;
  }

  /** Somebody known by whom it was done, of whom a headline alone says no word. */
  private boolean isLeftOut(Atom atom) {
    return atom.entity() != null
        && fresh.text().atoms().isEmpty()
        && told.text().facts().size() >= MIN_TEXT_FACTS
        && fresh.title().facts().stream().allMatch(fact -> Weight.stands(fact, told));
  }

  /** Whether the headline has another name instead, and not of whom something is. */
  private boolean isReplaced(Atom atom) {
    return fresh.title().names().stream()
        .filter(name -> isOfOneSort(name, atom) && name.head().isEmpty())
        .anyMatch(
            name ->
                told.title().names().stream()
                    .noneMatch(before -> before.head().isEmpty() && before.isSame(name)));
  }

  private static boolean isOfOneSort(Atom name, Atom other) {
    return (name.kind() == Kind.UNKNOWN) == (other.kind() == Kind.UNKNOWN)
        || (name.place() != Place.NONE && name.place() == other.place());
  }

  /** A headline of names and numbers alone. */
  private static boolean isNoAct(Passage title) {
    return !title.figures().isEmpty()
        && title.facts().stream().noneMatch(atom -> atom.kind().isAct());
  }

  /** «الرئيس التونسي» where the other headline has his name. */
  private boolean isOfOffice(Atom atom) {
    List<Atom> title = told.title().atoms();
    int at = title.indexOf(atom);
    return at > 0
        && Titles.isOffice(title.get(at - 1))
        && fresh.title().names().stream()
            .anyMatch(name -> name.entity() != null && Weight.stands(name, told));
  }

  /** Whether it names whom it is about, and not where, who says so or whose somebody is. */
  private boolean isCore(Atom atom, Account account) {
    if (atom.place() == Place.SOURCE) {
      return false;
    }
    if (People.isGiven(atom) || atom.entity() != null) {
      return !People.isGiven(atom);
    }
    if (!atom.head().isEmpty() || atom.place() == Place.IN) {
      return false;
    }
    return switch (atom.kind()) {
      case GEO -> !isOfOffice(atom);
      case ACTOR -> Wider.classes(atom.keys()).isEmpty();
      case UNKNOWN -> atom.place() != Place.NONE && atom.indexIn(account.text().atoms()) >= 0;
      default -> false;
    };
  }
}
