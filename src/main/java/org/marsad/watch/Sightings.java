package org.marsad.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.marsad.text.Field;

/** What was seen in one item, and where. For one thread. */
final class Sightings {
  /**
   * How many places of one atom are kept, the first ones: what bounds the work of a query on an
   * item, however long the item is. Only a text of thousands of words has more.
   */
  static final int MAX_PLACES = 128;

  private final Map<Atom, List<Span>> seen;
  private final boolean titleOnly;
  private final Work work;

  /** Nothing seen yet. */
  Sightings() {
    this(new HashMap<>(), false, new Work());
  }

  private Sightings(Map<Atom, List<Span>> seen, boolean titleOnly, Work work) {
    this.seen = seen;
    this.titleOnly = titleOnly;
    this.work = work;
  }

  /** What stands close together, searched once in an evaluation. */
  List<Nearness.Found> near(Condition.Close close) {
    return work.once(close, () -> Nearness.find(close, this));
  }

  /** What the query that is evaluated now has cost. */
  Work work() {
    return work;
  }

  /** The item as a whole has it, at no place. */
  void add(Atom atom) {
    seen.put(atom, List.of());
  }

  /** It stands there. */
  void add(Atom atom, Span span) {
    List<Span> spans = seen.computeIfAbsent(atom, unseen -> new ArrayList<>(2));
    boolean again = !spans.isEmpty() && spans.get(spans.size() - 1).equals(span);
    if (!again && spans.size() < MAX_PLACES) {
      spans.add(span);
    }
  }

  /** The same, seen in the headline alone; attributes are of the headline too. */
  Sightings inTitle() {
    return new Sightings(seen, true, work);
  }

  boolean has(Atom atom) {
    work.spend(1);
    List<Span> spans = seen.get(atom);
    return spans != null && (spans.isEmpty() || !titleOnly || isInTitle(spans.get(0)));
  }

  /** Where it stands, title first. */
  List<Span> spans(Atom atom) {
    List<Span> spans = seen.getOrDefault(atom, List.of());
    work.spend(1 + spans.size());
    return titleOnly ? spans.stream().filter(Sightings::isInTitle).toList() : spans;
  }

  private static boolean isInTitle(Span span) {
    return span.field() == Field.TITLE;
  }

  void forEach(Consumer<Atom> action) {
    seen.keySet().forEach(action);
  }
}
