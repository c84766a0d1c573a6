package org.marsad.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.marsad.story.Atom.Place;
import org.marsad.story.Atom.Voice;

/**
 * What somebody is, said before his name («وزير الخارجية التركي هاكان فيدان», "army chief Burhan"),
 * tells no more than the name: such words become soft, and what a preposition before them says goes
 * to the name. Only before a person who is known, since an unknown word may be a place: «محافظ
 * شبوة» is nobody's name. Pure functions.
 */
final class Titles {
  private static final int MAX_GIVEN_NAMES = 2;

  private static final Set<String> OFFICES =
      Tables.lines("offices.txt").stream()
          .flatMap(List::stream)
          .map(Tables::folded)
          .collect(Collectors.toUnmodifiableSet());

  private Titles() {}

  /** Whether a word of a headline says what somebody is. */
  static boolean isOffice(Atom atom) {
    String form = atom.form();
    return OFFICES.contains(form)
        || OFFICES.contains(Bases.bare(form))
        || Bases.of(Bases.bare(form)).stream().anyMatch(OFFICES::contains);
  }

  /**
   * The words with titles softened.
   *
   * @param isPerson whether a word names a person who is known
   */
  static List<Atom> soften(List<Atom> atoms, Predicate<Atom> isPerson) {
    List<Atom> softened = new ArrayList<>(atoms);
    for (int i = 1; i < atoms.size(); i++) {
      int from = isPerson.test(atoms.get(i)) ? title(atoms, i, isPerson) : i;
      if (from < i) {
        softened.set(i, atoms.get(i).at(atoms.get(from).place()));
        for (int j = from; j < i; j++) {
          softened.set(j, atoms.get(j).softened());
        }
      }
    }
    return softened;
  }

  /** Where the title before a name begins; the name's own index if it has none. */
  private static int title(List<Atom> atoms, int name, Predicate<Atom> isPerson) {
    boolean arabic = Bases.isArabic(atoms.get(name).form());
    int first = name;
    int office = name;
    for (int i = name - 1; i >= 0 && belongs(atoms.get(i), name - i, isPerson); i--) {
      first = i;
      office = isOffice(atoms.get(i)) ? i : office;
      if (atoms.get(i).conjoined() || atoms.get(i).place() != Place.NONE) {
        break;
      }
    }
    // «يستقبل وزير الخارجية السيسي»: behind a verb that begins, the first may be who does it.
    boolean behindVerb =
        arabic
            && office > 0
            && atoms.get(office - 1).part().voice() == Voice.ACTIVE
            && atoms.subList(0, office).stream().noneMatch(atom -> atom.kind().isName());
    if (office == name || behindVerb) {
      return name;
    }
    return arabic ? office : first;
  }

  private static boolean belongs(Atom atom, int before, Predicate<Atom> isPerson) {
    return switch (atom.kind()) {
      case NOUN, GEO, SOFT -> true;
      case ACTOR -> !isPerson.test(atom);
      case UNKNOWN -> before <= MAX_GIVEN_NAMES;
      default -> false;
    };
  }
}
