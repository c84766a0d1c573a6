package org.marsad.watch;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What one query costs one item, in steps: each atom that is asked for, each of its places, and
 * each chain that a place of a NEAR looks back at. For one thread.
 *
 * <p>The limits of the query language keep it below the budget: {@link QueryParser#MAX_TERMS} atoms
 * of {@link Sightings#MAX_PLACES} places each, from which {@link Nearness} looks back, once in an
 * evaluation, over {@link QueryParser#MAX_NEAR_WORDS} + 1 words with one chain for each set of
 * {@link QueryParser#MAX_NEAR_PARTS} parts: 60 · 128 · 11 · 32 = 2.7 million. The budget holds
 * should they ever not.
 */
final class Work {
  /** Steps a query may cost an item: a few milliseconds. */
  static final int BUDGET = 3_000_000;

  private final Map<Condition, List<Nearness.Found>> done = new IdentityHashMap<>(0);
  private int steps;

  /** Another query is evaluated. */
  void begin() {
    steps = 0;
    if (!done.isEmpty()) {
      done.clear();
    }
  }

  /**
   * So many steps more are taken.
   *
   * @throws IllegalStateException if that is past the budget
   */
  void spend(int more) {
    steps += more;
    if (steps > BUDGET) {
      throw new IllegalStateException("the budget of " + BUDGET + " steps is spent");
    }
  }

  /** What a condition found, searched for the first time only. */
  List<Nearness.Found> once(Condition condition, Supplier<List<Nearness.Found>> search) {
    List<Nearness.Found> before = done.get(condition);
    if (before != null) {
      return before;
    }
    List<Nearness.Found> found = search.get();
    done.put(condition, found);
    return found;
  }

  /** The steps taken so far. */
  int steps() {
    return steps;
  }
}
