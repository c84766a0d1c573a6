package org.marsad.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
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

  private Parts() {}

  /** The part of each word. */
  static List<Part> of(List<Atom> atoms) {
    List<Part> parts = new ArrayList<>(Collections.nCopies(atoms.size(), Part.UNKNOWN));
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

  private static void before(List<Atom> atoms, List<Part> parts, int act, Part part) {
    for (int i = act - 1; i >= 0 && !atoms.get(i).kind().isAct(); i--) {
      if (plays(atoms.get(i)) && parts.get(i) == Part.UNKNOWN) {
        parts.set(i, part);
      }
    }
  }

  /** The first that stands there without a preposition, with its people's name; by whom. */
  private static void behind(List<Atom> atoms, List<Part> parts, int act) {
    boolean found = false;
    for (int i = act + 1; i < atoms.size() && !atoms.get(i).kind().isAct(); i++) {
      Atom atom = atoms.get(i);
      if (atom.place() == Place.BY || atom.place() == Place.MEANS) {
        parts.set(i, Part.AGENT);
      } else if (plays(atom) && (!found || !atom.head().isEmpty()) && atom.place() == Place.NONE) {
        parts.set(i, Part.PATIENT);
        found = true;
      } else if (atom.place() != Place.NONE) {
        found = true;
      }
    }
  }

  private static boolean plays(Atom atom) {
    return (atom.kind().isName() || atom.kind() == Kind.NOUN)
        && (atom.place() == Place.NONE || atom.place() == Place.SOURCE);
  }
}
