package org.marsad.watch;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Behind a word of a phrase: the terms that end here and the ways on. Read without waiting. */
final class Node {
  private static final Atom[] NO_ATOMS = {};

  private final List<StemRule> rules;
  private volatile Atom[] atoms = NO_ATOMS;
  private volatile @Nullable Slots<Edge> edges;

  /** Reached by a word under any of these rules. */
  Node(List<StemRule> rules) {
    this.rules = rules;
  }

  /** The rules of the word it is reached by. */
  List<StemRule> rules() {
    return rules;
  }

  /** The terms that end here. */
  Atom[] atoms() {
    return atoms;
  }

  /** The ways on; null if there is none. */
  @Nullable Slots<Edge> edges() {
    return edges;
  }

  void add(Atom atom) {
    Atom[] more = Arrays.copyOf(atoms, atoms.length + 1);
    more[atoms.length] = atom;
    atoms = more;
  }

  void remove(Atom atom) {
    atoms = Arrays.stream(atoms).filter(other -> other != atom).toArray(Atom[]::new);
  }

  void add(Edge edge) {
    Slots<Edge> to = edges == null ? new Slots<>() : edges;
    to.add(edge);
    edges = to;
  }

  void remove(Edge edge) {
    Slots<Edge> from = edges;
    if (from != null) {
      from.remove(edge);
      edges = from.size() == 0 ? null : from;
    }
  }

  /** Whether nothing ends here and nothing goes on. */
  boolean isEmpty() {
    return atoms.length == 0 && edges == null;
  }
}
