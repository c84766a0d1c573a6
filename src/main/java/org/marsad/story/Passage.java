package org.marsad.story;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A headline or text as it is compared: its words in reading order and its numbers. */
record Passage(List<Atom> atoms, List<Figure> figures) {
  Passage {
    atoms = List.copyOf(atoms);
    figures = List.copyOf(figures);
  }

  /** Both, one behind the other. */
  Passage and(Passage other) {
    return new Passage(
        Stream.concat(atoms.stream(), other.atoms.stream()).toList(),
        Stream.concat(figures.stream(), other.figures.stream()).toList());
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
