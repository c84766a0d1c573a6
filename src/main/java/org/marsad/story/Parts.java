package org.marsad.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.marsad.story.Atom.Place;
import org.marsad.story.Atom.Voice;

/**
 * Who does and who suffers in a headline, as far as the order of its words says: before a verb in
 * the active stands who does, behind it who suffers; behind the noun of a harm («مقتل», «اعتقال»)
 * who suffers. Pure functions.
 */
final class Parts {
  /** What a name is in a headline. */
  enum Part {
    UNKNOWN,
    AGENT,
    PATIENT
  }

  /**
   * The part of one word.
   *
   * @param act the index of what is done; -1 where the part is unknown
   */
  record Role(Part part, int act) {
    static final Role UNKNOWN = new Role(Part.UNKNOWN, -1);
  }

  /** Acts whose noun is followed by whom they befall. */
  private static final Set<String> HARMS =
      Set.of(
          "ACT:قتل",
          "ACT:اصاب",
          "ACT:اعتقل",
          "ACT:احتجز",
          "ACT:اغتال",
          "ACT:خطف",
          "ACT:اقال",
          "ACT:عين",
          "ACT:افرج",
          "ACT:طرد",
          "ACT:استدعي",
          "ACT:سجن",
          "ACT:اعدام",
          "ACT:kill",
          "ACT:injure",
          "ACT:arrest",
          "ACT:kidnap");

  /** What begins a clause, besides what stands before what happened first. */
  private static final Set<String> CLAUSES =
      Stream.concat(
              Retelling.BEHIND.stream(),
              Stream.of("بينما", "فيما", "حين", "عندما", "as", "while", "when", "alors", "tandis"))
          .collect(Collectors.toUnmodifiableSet());

  private Parts() {}

  /** What each word is. */
  static List<Role> of(List<Atom> atoms) {
    List<Role> parts = new ArrayList<>(Collections.nCopies(atoms.size(), Role.UNKNOWN));
    for (int i = 0; i < atoms.size(); i++) {
      Atom act = atoms.get(i);
      if (!act.kind().isAct()) {
        continue;
      }
      if (act.part().voice() == Voice.ACTIVE) {
        before(atoms, parts, i, Part.AGENT);
        behind(atoms, parts, i);
      } else if (act.part().voice() == Voice.PASSIVE) {
        before(atoms, parts, i, Part.PATIENT);
      } else if (act.keys().stream().anyMatch(HARMS::contains)) {
        behind(atoms, parts, i);
      }
    }
    return parts;
  }

  private static void before(List<Atom> atoms, List<Role> parts, int act, Part part) {
    for (int i = act - 1; i >= 0 && !isClause(atoms.get(i)); i--) {
      if (plays(atoms.get(i)) && parts.get(i) == Role.UNKNOWN) {
        parts.set(i, new Role(part, act));
      }
    }
  }

  /** The first that stands there without a preposition, with its people's name; by whom. */
  private static void behind(List<Atom> atoms, List<Role> parts, int act) {
    boolean found = false;
    for (int i = act + 1; i < atoms.size() && !isEnd(atoms.get(i)); i++) {
      Atom atom = atoms.get(i);
      if (atom.place() == Place.BY || atom.place() == Place.MEANS) {
        parts.set(i, new Role(Part.AGENT, act));
      } else if (plays(atom)
          && (!found || belongs(atom, parts.get(i - 1)))
          && atom.place() == Place.NONE) {
        parts.set(i, new Role(Part.PATIENT, act));
        found = true;
      } else if (atom.place() != Place.NONE) {
        found = true;
      }
    }
  }

  /** An act of its own, and not «بقيادة ...», which only describes. */
  private static boolean isClause(Atom atom) {
    return atom.kind().isAct() && atom.place() != Place.IN;
  }

  /** Another act, or what begins a clause of its own. */
  private static boolean isEnd(Atom atom) {
    return atom.kind().isAct() || CLAUSES.contains(atom.form());
  }

  /** «جندي إسرائيلي»: the people's name of whom it befalls. */
  private static boolean belongs(Atom atom, Role before) {
    return !atom.head().isEmpty() && before.part() == Part.PATIENT;
  }

  private static boolean plays(Atom atom) {
    return (atom.kind().isName() || atom.kind() == Kind.NOUN)
        && (atom.place() == Place.NONE || atom.place() == Place.SOURCE);
  }
}
