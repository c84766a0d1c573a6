package org.marsad.story;

import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.marsad.story.Atom.Place;

/** What a word of a report weighs in the comparison with one in other words. Pure functions. */
final class Weight {
  /** What would be news at any time: such an act is never another word for one that was told. */
  private static final Set<String> GRAVE =
      classes(
          "die injure down_plane arrest release jail convict acquit execute enforce foil repel resign dismiss "
              + "appoint elect sign agree approve reject vote cancel delay end finish resume extend "
              + "withdraw expel ban exclude impose recognise condemn accuse threaten win lose draw up "
              + "down visit depart arrive return enter cross control find rescue labourstrike flee "
              + "hold credentials swear transfer kidnap besiege accept confess surrender evacuate fail reply "
              + "summon escalate coup no_confidence topple dissolve pardon sever_ties handover take_post "
              + "lift_immunity abstain boycott normalise");

  /** Acts that are no fact of their own: what was agreed, asked for or begun is not done. */
  private static final Set<String> STAGES =
      classes("agree plan call threaten reject delay cancel ban stop resume end foil extend");

  /** Grave, but said of much. */
  private static final Set<String> LIGHT =
      classes("up down enter arrive depart return visit cross hold reply");

  private Weight() {}

  /** As it is, as one of its class, a country as the place in it, a state as its capital. */
  static boolean stands(Atom atom, Account other) {
    return Pair.has(other, atom)
        || !Collections.disjoint(Wider.classes(atom.keys()), other.wider())
        || Wider.isOfOneRoot(atom, other.wider())
        || (atom.kind() == Kind.UNKNOWN && isShort(atom, other))
        || (atom.kind() == Kind.GEO && (atom.shares(other.wider()) || isCapital(atom, other)));
  }

  private static boolean isShort(Atom atom, Account other) {
    return Initials.areOf(atom.form(), other.letter().text())
        || Initials.areOf(atom.form(), other.letter().title());
  }

  private static boolean isCapital(Atom atom, Account other) {
    return atom.keys().stream().anyMatch(key -> key.startsWith("CAPITAL:"))
        && !Collections.disjoint(Wider.countries(atom.keys()), other.keys());
  }

  /** Whether a word of a headline carries the news: a name, or what its text says again. */
  static boolean isTelling(Atom atom, Account account) {
    boolean act = atom.kind().isAct();
    if (atom.kind() != Kind.NOUN && atom.kind() != Kind.UNKNOWN && !act) {
      return true;
    }
    return account.text().atoms().isEmpty()
        || isUnknownToTables(atom)
        || atom.entity() != null
        || isSaidAgain(atom, account.text())
        || (act
            && !Collections.disjoint(
                Wider.classes(atom.keys()), Wider.classes(account.text().keys())))
        || (atom.kind() == Kind.UNKNOWN
            && (atom.place() != Place.NONE || !Bases.isArabic(atom.form())));
  }

  /** A Latin word of no table: it may be an act. */
  private static boolean isUnknownToTables(Atom atom) {
    return atom.kind() == Kind.NOUN
        && !Bases.isArabic(atom.form())
        && atom.keys().stream().noneMatch(key -> key.startsWith("NOUN:"));
  }

  /** A name is written alike each time; another word has its article once and once not. */
  private static boolean isSaidAgain(Atom atom, Passage text) {
    return atom.kind() == Kind.UNKNOWN
        ? text.atoms().stream()
            .filter(atom::isSame)
            .anyMatch(
                other ->
                    other.kind() != Kind.UNKNOWN
                        || other.form().endsWith(atom.form())
                        || atom.form().endsWith(other.form()))
        : atom.indexIn(text.atoms()) >= 0;
  }

  /** Whether it is grave and more than a way to tell how something went or where it got. */
  static boolean isHard(Atom atom) {
    return isGrave(atom) && Collections.disjoint(Wider.classes(atom.keys()), LIGHT);
  }

  static boolean isGrave(Atom atom) {
    return isGrave(atom.keys());
  }

  /** The same of an act by its meanings. */
  static boolean isGrave(Set<String> keys) {
    return !Collections.disjoint(Wider.classes(keys), GRAVE);
  }

  private static Set<String> classes(String names) {
    return Stream.of(names.split(" ")).map(Wider::named).collect(Collectors.toUnmodifiableSet());
  }

  static boolean isStage(Atom atom) {
    return !Collections.disjoint(Wider.classes(atom.keys()), STAGES);
  }
}
