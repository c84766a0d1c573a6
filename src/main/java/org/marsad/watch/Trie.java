package org.marsad.watch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All words and phrases of all queries, word by word. All the ways to write one word lead to one
 * node, so a phrase costs as many nodes as it has words. One thread at a time may change it; any
 * number read meanwhile without waiting.
 */
final class Trie {
  private final Stems stems = new Stems();

  Stems stems() {
    return stems;
  }

  /** From now on this term ends where this path leads. */
  void add(Phrasing.Path path, Atom atom) {
    Node node = null;
    for (List<StemRule> rules : path.steps()) {
      Node next = find(node, rules);
      node = next == null ? grow(node, rules) : next;
    }
    if (node != null) {
      node.add(atom);
    }
  }

  /** This term no longer ends where this path leads; what nobody needs is gone. */
  void remove(Phrasing.Path path, Atom atom) {
    List<@Nullable Node> way = new ArrayList<>();
    way.add(null);
    Node node = null;
    for (List<StemRule> rules : path.steps()) {
      node = find(node, rules);
      if (node == null) {
        throw new IllegalStateException("a path that was never added: " + path);
      }
      way.add(node);
    }
    if (node != null) {
      node.remove(atom);
    }
    for (int i = way.size() - 1; i > 0; i--) {
      Node last = way.get(i);
      if (last != null && last.isEmpty()) {
        cut(way.get(i - 1), last);
      }
    }
  }

  private @Nullable Node find(@Nullable Node from, List<StemRule> rules) {
    StemRule rule = rules.get(0);
    int hash = Stem.spread(rule.stem().hashCode());
    Slots<Edge> edges = from == null ? starts(rule.stem(), hash) : from.edges();
    if (edges == null) {
      return null;
    }
    @Nullable Object[] slots = edges.slots();
    int slot = Slots.first(slots, hash);
    while (slots[slot] instanceof Edge edge) {
      if (edge.to().rules().equals(rules)) {
        return edge.to();
      }
      slot = Slots.next(slots, slot);
    }
    return null;
  }

  private @Nullable Slots<Edge> starts(String stem, int hash) {
    Stem found = stems.find(stem, 0, stem.length(), hash);
    return found == null ? null : found.starts;
  }

  private Node grow(@Nullable Node from, List<StemRule> rules) {
    Node to = new Node(rules);
    for (StemRule rule : rules) {
      Edge edge = new Edge(stems.use(rule.stem()), rule, to);
      if (from == null) {
        edge.stem().starts.add(edge);
      } else {
        from.add(edge);
      }
    }
    return to;
  }

  private void cut(@Nullable Node from, Node last) {
    for (StemRule rule : last.rules()) {
      int hash = Stem.spread(rule.stem().hashCode());
      Slots<Edge> edges = from == null ? starts(rule.stem(), hash) : from.edges();
      if (edges != null) {
        edges.forEach(
            edge -> {
              if (edge.to() == last && edge.rule() == rule) {
                remove(from, edge);
              }
            });
      }
    }
  }

  private void remove(@Nullable Node from, Edge edge) {
    if (from == null) {
      edge.stem().starts.remove(edge);
    } else {
      from.remove(edge);
    }
    stems.drop(edge.stem());
  }
}
