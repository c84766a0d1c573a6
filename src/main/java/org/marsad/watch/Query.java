package org.marsad.watch;

import java.util.List;

/** What a watch looks for, as a tree. Immutable. */
public sealed interface Query {
  /** An item mentions this entity. */
  record OfEntity(String id) implements Query {}

  /**
   * A word or phrase stands in a field.
   *
   * @param text as typed, without quotes
   * @param exact whether only these very words count, without inflection (a quoted phrase)
   */
  record Words(String text, boolean exact) implements Query {}

  /** Every one holds. */
  record All(List<Query> parts) implements Query {
    /** Copies the parts. */
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** At least one holds. */
  record Any(List<Query> parts) implements Query {
    /** Copies the parts. */
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /** It does not hold; only ever beside something that must. */
  record Not(Query part) implements Query {}
}
