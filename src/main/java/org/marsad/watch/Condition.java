package org.marsad.watch;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;

/** A query made ready to be asked of items. Immutable but for the atoms' books. */
sealed interface Condition
    permits Atom,
        Condition.Every,
        Condition.Some,
        Condition.None,
        Condition.Headline,
        Condition.Close {
  /** Whether it holds of an item in which these were seen. */
  boolean holds(Sightings seen);

  /** Gives the atoms that made it hold, each with where it stands. */
  void places(Sightings seen, BiConsumer<Atom, Span> to);

  /**
   * Atoms of which at least one must be seen for this to hold, the fewer and rarer the better;
   * empty if it can hold without any.
   */
  List<Atom> triggers();

  private static List<Atom> rarest(List<Condition> parts) {
    return parts.stream()
        .map(Condition::triggers)
        .filter(atoms -> !atoms.isEmpty())
        .min(Comparator.comparingLong(atoms -> atoms.stream().mapToLong(Atom::commonness).sum()))
        .orElse(List.of());
  }

  /** Every part holds. */
  record Every(List<Condition> parts) implements Condition {
    @Override
    public boolean holds(Sightings seen) {
      for (Condition part : parts) {
        if (!part.holds(seen)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public void places(Sightings seen, BiConsumer<Atom, Span> to) {
      parts.forEach(part -> part.places(seen, to));
    }

    @Override
    public List<Atom> triggers() {
      return rarest(parts);
    }
  }

  /** At least one part holds. */
  record Some(List<Condition> parts) implements Condition {
    @Override
    public boolean holds(Sightings seen) {
      for (Condition part : parts) {
        if (part.holds(seen)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public void places(Sightings seen, BiConsumer<Atom, Span> to) {
      for (Condition part : parts) {
        if (part.holds(seen)) {
          part.places(seen, to);
        }
      }
    }

    @Override
    public List<Atom> triggers() {
      List<List<Atom>> each = parts.stream().map(Condition::triggers).toList();
      return each.stream().anyMatch(List::isEmpty)
          ? List.of()
          : each.stream().flatMap(List::stream).distinct().toList();
    }
  }

  /** The part does not hold. */
  record None(Condition part) implements Condition {
    @Override
    public boolean holds(Sightings seen) {
      return !part.holds(seen);
    }

    @Override
    public void places(Sightings seen, BiConsumer<Atom, Span> to) {
      // What is absent stands nowhere.
    }

    @Override
    public List<Atom> triggers() {
      return List.of();
    }
  }

  /** The part holds in the headline alone. */
  record Headline(Condition part) implements Condition {
    @Override
    public boolean holds(Sightings seen) {
      return part.holds(seen.inTitle());
    }

    @Override
    public void places(Sightings seen, BiConsumer<Atom, Span> to) {
      part.places(seen.inTitle(), to);
    }

    @Override
    public List<Atom> triggers() {
      return part.triggers();
    }
  }

  /** The parts stand close together. */
  record Close(int words, List<Condition> parts) implements Condition {
    @Override
    public boolean holds(Sightings seen) {
      return !seen.near(this).isEmpty();
    }

    @Override
    public void places(Sightings seen, BiConsumer<Atom, Span> to) {
      seen.near(this).forEach(found -> to.accept(found.atom(), found.span()));
    }

    @Override
    public List<Atom> triggers() {
      return rarest(parts);
    }
  }
}
