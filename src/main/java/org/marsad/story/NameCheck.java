package org.marsad.story;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.story.Verdict.Reason;

/**
 * Whether each of two reports names somebody or some place that the other does not. Pure functions.
 */
final class NameCheck {
  /** Names behind so many are told for the background. */
  private static final int LEAD = 6;

  private NameCheck() {}

  /** The name that tells them apart, or null. */
  static @Nullable Verdict news(Account told, Account fresh) {
    List<Atom> now = others(fresh.whole(), told);
    if (!now.isEmpty() && !others(told.whole(), fresh).isEmpty()) {
      return differs(now.get(0));
    }
    Verdict place = places(told, fresh);
    place = place == null ? unknown(told, fresh) : place;
    if (place != null) {
      return place;
    }
    Atom person = People.other(fresh.whole(), told);
    return person != null && People.other(told.whole(), fresh) != null ? differs(person) : null;
  }

  /** Where it was by the one, and by the other somewhere else, or null. */
  static @Nullable Verdict places(Account told, Account fresh) {
    List<Atom> bodies = bodies(fresh.whole(), told).toList();
    if (!bodies.isEmpty() && !others(told.whole(), fresh).isEmpty()) {
      return differs(bodies.get(0));
    }
    if (bodies(told.whole(), fresh).findAny().isPresent()
        && !others(fresh.whole(), told).isEmpty()) {
      return differs(others(fresh.whole(), told).get(0));
    }
    Atom place = unknownPlace(fresh.whole(), told);
    return place != null && unknownPlace(told.whole(), fresh) != null ? differs(place) : null;
  }

  /** A name that only a headline has, a country where the other report's is gone, or null. */
  static @Nullable Verdict titled(Pair pair) {
    boolean gone =
        pair.told().title().names().stream().anyMatch(name -> !Weight.stands(name, pair.fresh()));
    return pair.fresh().title().names().stream()
        .filter(name -> gone || (name.kind() != Kind.GEO && isNamed(name)))
        .filter(name -> !Weight.stands(name, pair.told()))
        .findFirst()
        .map(NameCheck::differs)
        .orElse(null);
  }

  /** A name nobody knows in the headline, where that of the told headline is gone; or null. */
  private static @Nullable Verdict unknown(Account told, Account fresh) {
    boolean gone =
        told.title().of(Kind.UNKNOWN).stream()
            .anyMatch(
                name -> name.indexIn(told.text().atoms()) >= 0 && !Weight.stands(name, fresh));
    return fresh.title().of(Kind.UNKNOWN).stream()
        .filter(name -> gone && !Weight.stands(name, told))
        .findFirst()
        .map(NameCheck::differs)
        .orElse(null);
  }

  private static boolean isNamed(Atom name) {
    return name.entity() != null || name.place() != Atom.Place.NONE;
  }

  private static Verdict differs(Atom name) {
    return Verdict.news(Reason.ANOTHER_NAME, name.form());
  }

  /** What it is near, or a town by a name that no table has, if the other report has it not. */
  private static @Nullable Atom unknownPlace(Passage passage, Account other) {
    List<Atom> atoms = passage.atoms();
    for (int i = 1; i < atoms.size(); i++) {
      Atom place = atoms.get(i);
      boolean where = place.kind() == Kind.UNKNOWN || place.kind() == Kind.NOUN;
      if (where
          && atoms.get(i - 1).kind() == Kind.NEAR
          && !(place.kind() == Kind.NOUN ? Weight.stands(place, other) : Pair.has(other, place))) {
        return atoms.get(i);
      }
    }
    return null;
  }

  private static List<Atom> others(Passage passage, Account other) {
    Stream<Atom> names =
        passage.names().stream()
            .limit(LEAD)
            .filter(atom -> atom.kind() == Kind.GEO || atom.entity() != null)
            .filter(atom -> !Weight.stands(atom, other));
    return Stream.concat(names, bodies(passage, other)).toList();
  }

  /** «البنك المركزي المصري» where that of Kuwait was told of. */
  private static Stream<Atom> bodies(Passage passage, Account other) {
    return passage.atoms().stream()
        .filter(atom -> !atom.kind().isName() && atom.entity() != null)
        .filter(atom -> isOfAnother(Wider.owners(atom.keys()), other));
  }

  /** Whether a body belongs to a country of which the other report says nothing. */
  private static boolean isOfAnother(Set<String> countries, Account other) {
    return !countries.isEmpty()
        && Collections.disjoint(countries, other.keys())
        && Collections.disjoint(countries, other.wider());
  }
}
