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

  /** Nothing seen yet. */
  Sightings() {
    this(new HashMap<>(), false);
  }

  private Sightings(Map<Atom, List<Span>> seen, boolean titleOnly) {
    this.seen = seen;
    this.titleOnly = titleOnly;
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
    return new Sightings(seen, true);
  }

  boolean has(Atom atom) {
    List<Span> spans = seen.get(atom);
    return spans != null && (spans.isEmpty() || !titleOnly || isInTitle(spans.get(0)));
  }

  /** Where it stands, title first. */
  List<Span> spans(Atom atom) {
    List<Span> spans = seen.getOrDefault(atom, List.of());
    return titleOnly ? spans.stream().filter(Sightings::isInTitle).toList() : spans;
  }

  private static boolean isInTitle(Span span) {
    return span.field() == Field.TITLE;
  }

  void forEach(Consumer<Atom> action) {
    seen.keySet().forEach(action);
  }
}
