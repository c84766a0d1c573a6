package org.marsad.story;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who is named by a first name and a word behind it. Pure functions. */
final class People {
  private static final Set<String> GIVEN =
      Tables.lines("names.txt").stream()
          .flatMap(List::stream)
          .map(Tables::folded)
          .collect(Collectors.toUnmodifiableSet());

  private People() {}

  static boolean isGiven(Atom atom) {
    return GIVEN.contains(atom.form()) || GIVEN.contains(Bases.bare(atom.form()));
  }

  /** The first name of somebody in a passage of whose names the other report has none, or null. */
  static @Nullable Atom other(Passage passage, Account account) {
    List<Atom> atoms = passage.atoms();
    for (int i = 0; i + 1 < atoms.size(); i++) {
      Atom surname = atoms.get(i + 1);
      boolean named = isGiven(atoms.get(i)) && surname.kind().isName();
      if (named && !Pair.has(account, atoms.get(i)) && !Pair.has(account, surname)) {
        return atoms.get(i);
      }
    }
    return null;
  }
}
