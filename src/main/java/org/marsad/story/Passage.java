package org.marsad.story;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A headline or text as it is compared.
 *
 * @param atoms its words in reading order
 * @param figures its numbers
 * @param ordinals the numbers it only counts by: «الثالثة عشرة»
 * @param denied what words behind a negation, up to the end of the clause, can be matched by
 */
record Passage(List<Atom> atoms, List<Figure> figures, Set<String> ordinals, Set<String> denied) {
  static final Passage EMPTY = new Passage(List.of(), List.of(), Set.of(), Set.of());

  Passage {
    atoms = List.copyOf(atoms);
    figures = List.copyOf(figures);
    ordinals = Set.copyOf(ordinals);
    denied = Set.copyOf(denied);
  }

  /** Both, one behind the other. */
  Passage and(Passage other) {
    return new Passage(
        Stream.concat(atoms.stream(), other.atoms.stream()).toList(),
        Stream.concat(figures.stream(), other.figures.stream()).toList(),
        both(ordinals, other.ordinals),
        both(denied, other.denied));
  }

  private static Set<String> both(Set<String> some, Set<String> others) {
    Set<String> both = new HashSet<>(some);
    both.addAll(others);
    return both;
  }

  /** What its words can be matched by. */
  Set<String> keys() {
    return keys(atoms);
  }

  /** The same of words of one kind. */
  Set<String> keys(Kind kind) {
    return keys(of(kind));
  }

  private static Set<String> keys(List<Atom> atoms) {
    Set<String> keys = new HashSet<>();
    atoms.forEach(atom -> keys.addAll(atom.keys()));
    return keys;
  }

  Set<String> values() {
    return figures.stream().map(Figure::value).collect(Collectors.toSet());
  }

  List<Atom> of(Kind kind) {
    return atoms.stream().filter(atom -> atom.kind() == kind).toList();
  }

  List<Atom> names() {
    return atoms.stream().filter(atom -> atom.kind().isName()).toList();
  }

  /** The words that tell something of the event. */
  List<Atom> facts() {
    return atoms.stream()
        .filter(atom -> !atom.kind().isEmpty() && !atom.kind().isMarker())
        .toList();
  }
}
