package org.marsad.story;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.marsad.story.Atom.Place;
import org.marsad.story.Parts.Part;
import org.marsad.story.Parts.Role;
import org.marsad.story.Verdict.Reason;

/** Whether in two reports the same names do and suffer the same. Serves one pair. */
final class RoleCheck {
  /** Acts that say only where another stands. */
  private static final Set<String> PHASES =
      Set.of(Wider.named("start"), Wider.named("resume"), Wider.named("continue"));

  private final Passage told;
  private final Passage fresh;
  private final Pair pair;
  private final List<Role> toldParts;
  private final List<Role> freshParts;
  private final boolean strict;

  /**
   * Prepares a pair.
   *
   * @param strict whether the order of words nobody knows matters, too, and whatever the act is
   */
  RoleCheck(Pair pair, boolean strict) {
    this.pair = pair;
    this.strict = strict;
    told = pair.told().title();
    fresh = pair.fresh().title();
    toldParts = Parts.of(told.atoms());
    freshParts = Parts.of(fresh.atoms());
  }

  /** Whose role differs, or null. */
  @Nullable Verdict news() {
    Verdict news = places();
    if (news != null || isOfTwoSides(told) || isOfTwoSides(fresh)) {
      return news;
    }
    news = parts();
    news = news == null ? AgentCheck.news(pair, toldParts, freshParts) : news;
    if (!strict && !shareAnAct()) {
      return news;
    }
    news = news == null ? swapped(names(fresh), names(told), this::isUnsettled) : news;
    return news == null
        ? swapped(actors(pair.fresh().text()), pair.told().text().names(), atom -> true)
        : news;
  }

  private boolean shareAnAct() {
    Set<String> acts = acts(fresh);
    acts.retainAll(acts(told));
    return !acts.isEmpty();
  }

  private static Set<String> acts(Passage title) {
    Set<String> acts = new HashSet<>();
    title.atoms().stream()
        .filter(atom -> atom.kind().isAct())
        .forEach(atom -> acts.addAll(keys(atom)));
    return acts;
  }

  /** Whether all it tells are acts that can be told from either side. */
  private static boolean isOfTwoSides(Passage title) {
    return !title.of(Kind.BOTH).isEmpty()
        && title.of(Kind.ACT).stream()
            .allMatch(act -> !Collections.disjoint(Wider.classes(act.keys()), PHASES));
  }

  private List<Atom> names(Passage title) {
    return title.names().stream()
        .filter(atom -> strict || (isKnown(atom) && atom.head().isEmpty()))
        .toList();
  }

  private static boolean isKnown(Atom atom) {
    return atom.kind() != Kind.UNKNOWN || atom.entity() != null;
  }

  private static List<Atom> actors(Passage passage) {
    return passage.of(Kind.ACTOR).stream().filter(atom -> atom.head().isEmpty()).toList();
  }

  static Verdict differs(Atom atom) {
    return Verdict.news(Reason.ROLES_DIFFER, atom.form());
  }

  /** Whose place differs: from it and to it; the people whose the same thing is; or null. */
  private @Nullable Verdict places() {
    for (Atom name : fresh.names()) {
      for (Atom other : told.names()) {
        boolean opposite = name.isSame(other) && isOpposite(name.place(), other.place());
        if (opposite || (belongToOne(name, other) && !name.isSame(other) && !owned(name))) {
          return differs(name);
        }
      }
    }
    return turned(fresh, told) && turned(told, fresh) ? differs(fresh.names().get(0)) : null;
  }

  /** «فوز … على …»: against one of whom the other headline only names. */
  private static boolean turned(Passage one, Passage other) {
    return one.names().stream()
        .filter(atom -> atom.place() == Place.ON)
        .anyMatch(
            atom -> {
              List<Atom> same = other.atoms().stream().filter(atom::isSame).toList();
              return same.stream().anyMatch(there -> there.place() == Place.NONE)
                  && same.stream().noneMatch(there -> there.place() == Place.ON);
            });
  }

  private static boolean belongToOne(Atom name, Atom other) {
    return name.kind() == other.kind() && name.head().stream().anyMatch(other.head()::contains);
  }

  private boolean owned(Atom name) {
    return told.names().stream().anyMatch(other -> other.isSame(name) && belongToOne(name, other));
  }

  private static boolean isOpposite(Place one, Place other) {
    return isPair(one, other, Place.FROM, Place.TO)
        || isPair(one, other, Place.ON, Place.BY)
        || isPair(one, other, Place.ON, Place.FROM);
  }

  private static boolean isPair(Place one, Place other, Place first, Place second) {
    return (one == first && other == second) || (one == second && other == first);
  }

  /** Who does it in one headline and suffers it in the other. */
  private @Nullable Verdict parts() {
    for (int i = 0; i < freshParts.size(); i++) {
      Atom name = fresh.atoms().get(i);
      Role now = freshParts.get(i);
      for (int j = 0; j < toldParts.size(); j++) {
        Role before = toldParts.get(j);
        boolean known = now.part() != Part.UNKNOWN && before.part() != Part.UNKNOWN;
        if (known
            && now.part() != before.part()
            && !plays(name, now.part())
            && name.isSame(told.atoms().get(j))
            && (strict || (isOneAct(now, before) && !areWhose(name, told.atoms().get(j))))) {
          return differs(name);
        }
      }
    }
    return null;
  }

  /** Whether the told headline gives that part to the same name somewhere. */
  private boolean plays(Atom name, Part part) {
    return IntStream.range(0, toldParts.size())
        .anyMatch(j -> toldParts.get(j).part() == part && name.isSame(told.atoms().get(j)));
  }

  /** The people's name of one thing in one, of another in the other. */
  private static boolean areWhose(Atom name, Atom other) {
    return !name.head().isEmpty() && !other.head().isEmpty();
  }

  /** By meaning or class. */
  private boolean isOneAct(Role now, Role before) {
    Set<String> acts = keys(fresh.atoms().get(now.act()));
    acts.retainAll(keys(told.atoms().get(before.act())));
    return !acts.isEmpty();
  }

  private static Set<String> keys(Atom act) {
    Set<String> keys = new HashSet<>(act.keys());
    keys.addAll(Wider.classes(act.keys()));
    return keys;
  }

  /** Whether its part is not known to be the same in both headlines. */
  private boolean isUnsettled(Atom name) {
    Part part = part(name, fresh.atoms(), freshParts);
    return part == Part.UNKNOWN || part != part(name, told.atoms(), toldParts);
  }

  private static Part part(Atom name, List<Atom> atoms, List<Role> parts) {
    int at = name.indexIn(atoms);
    return at < 0 ? Part.UNKNOWN : parts.get(at).part();
  }

  /** Two names in another order, each where it is first named. */
  private @Nullable Verdict swapped(List<Atom> now, List<Atom> before, Predicate<Atom> unsettled) {
    for (int i = 0; i < now.size(); i++) {
      for (int j = i + 1; j < now.size(); j++) {
        Atom first = now.get(i);
        Atom second = now.get(j);
        boolean named = first.indexIn(now) == i && second.indexIn(now) == j;
        if (named
            && (unsettled.test(first) || unsettled.test(second))
            && isSwapped(first, second, before)
            && !(areJoined(first, second, fresh) && areJoined(first, second, told))) {
          return differs(first);
        }
      }
    }
    return null;
  }

  private static boolean isSwapped(Atom first, Atom second, List<Atom> before) {
    int firstAt = first.indexIn(before);
    int secondAt = second.indexIn(before);
    if (firstAt < 0 || secondAt < 0 || first.isSame(second) || second.modifies(first)) {
      return false;
    }
    Atom firstTold = before.get(firstAt);
    Atom secondTold = before.get(secondAt);
    if (changes(Place.MEANS, first, firstTold) || changes(Place.MEANS, second, secondTold)) {
      return false;
    }
    boolean passive = changes(Place.BY, first, firstTold) || changes(Place.BY, second, secondTold);
    if (passive) {
      return secondAt > firstAt;
    }
    return secondAt < firstAt
        && !firstTold.modifies(secondTold)
        && matters(first, firstTold)
        && matters(second, secondTold);
  }

  /** «مصر والسودان»: the one may as well stand before the other. */
  private static boolean areJoined(Atom first, Atom second, Passage title) {
    int one = first.indexIn(title.atoms());
    int other = second.indexIn(title.atoms());
    int from = Math.min(one, other);
    int to = Math.max(one, other);
    return from >= 0
        && from < to
        && title.atoms().subList(from + 1, to).stream().allMatch(atom -> atom.kind() == Kind.FUNC)
        && title.atoms().subList(from + 1, to + 1).stream().anyMatch(RoleCheck::joins);
  }

  private static boolean joins(Atom atom) {
    return atom.conjoined() || Grammar.isAnd(atom.form());
  }

  private static boolean changes(Place place, Atom one, Atom other) {
    return (one.place() == place) != (other.place() == place);
  }

  /** Where it happened, and who only reports it, may stand anywhere. */
  private static boolean matters(Atom one, Atom other) {
    return one.place() != Place.IN
        && other.place() != Place.IN
        && !(one.place() == Place.SOURCE && other.place() == Place.SOURCE);
  }
}
