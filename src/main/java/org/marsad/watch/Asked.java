package org.marsad.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One distinct query, made ready, with all the watches that ask it: chats that ask the same share
 * it.
 */
final class Asked implements Slots.Hashed {
  /** How many places of one term a hit tells. */
  static final int MAX_TOLD = 32;

  private final Query query;
  private final Condition condition;
  private final List<Atom> triggers;
  private final long since;
  private final AtomicBoolean failed = new AtomicBoolean();

  /** Who asks it. */
  final Slots<Asking> watches = new Slots<>();

  /** A watch that asks it; what it is called may change. */
  static final class Asking implements Slots.Hashed {
    private final Asked asked;
    private final long since;
    private volatile Watch watch;
    private volatile long until = Long.MAX_VALUE;

    /**
     * A watch that asks from now on.
     *
     * @param since the change from which on it counts
     */
    Asking(Watch watch, Asked asked, long since) {
      this.watch = watch;
      this.asked = asked;
      this.since = since;
    }

    Asked asked() {
      return asked;
    }

    Watch watch() {
      return watch;
    }

    /** The same watch under another name. */
    void rename(Watch renamed) {
      watch = renamed;
    }

    /** From that change on the watch asks something else. */
    void end(long change) {
      until = change;
    }

    /** Whether it counts no more for items whose reading began after this change. */
    boolean isOver(long change) {
      return until <= change;
    }

    /** Whether it counts for an item whose reading began after this change. */
    boolean counts(long change) {
      return since <= change && !isOver(change);
    }

    @Override
    public int hash() {
      return Stem.spread(Long.hashCode(watch.id()));
    }
  }

  /**
   * A query nobody asks yet.
   *
   * @param since the change from which on all its atoms are looked for
   */
  Asked(Query query, Condition condition, long since) {
    this.query = query;
    this.condition = condition;
    this.triggers = condition.triggers();
    this.since = since;
  }

  Query query() {
    return query;
  }

  /** The atoms one of which must be seen for it to hold; none if it can hold without any. */
  List<Atom> triggers() {
    return triggers;
  }

  /** Whether an item whose reading began after this change has been searched for all it needs. */
  boolean isReadyAt(long change) {
    return since <= change;
  }

  boolean holds(Sightings seen) {
    return condition.holds(seen);
  }

  /** It failed; whether that was the first time. */
  boolean failsFirst() {
    return failed.compareAndSet(false, true);
  }

  /** Where what made it hold stands, in reading order; of each term the first places. */
  List<Place> places(Sightings seen) {
    List<Place> places = new ArrayList<>(2);
    if (condition instanceof Atom atom) {
      for (Span span : seen.spans(atom)) {
        if (places.size() < MAX_TOLD) {
          places.add(span.place(atom.term()));
        }
      }
    } else {
      ofAllTerms(seen, places);
    }
    if (places.size() > 1) {
      places.sort(Place.READING_ORDER);
      return List.copyOf(new LinkedHashSet<>(places));
    }
    return List.copyOf(places);
  }

  private void ofAllTerms(Sightings seen, List<Place> places) {
    Map<Atom, Integer> told = new HashMap<>();
    condition.places(
        seen,
        (atom, span) -> {
          if (told.merge(atom, 1, Integer::sum) <= MAX_TOLD) {
            places.add(span.place(atom.term()));
          }
        });
  }

  @Override
  public int hash() {
    return Stem.spread(System.identityHashCode(this));
  }
}
