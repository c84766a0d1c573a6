package org.marsad.feed;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The usual time between two items of a feed, learnt from when we saw them: the feed's own dates
 * decide nothing. Pure functions.
 */
final class Rhythm {
  /** How much one more gap counts against all before it. */
  private static final double WEIGHT = 0.3;

  private Rhythm() {}

  /**
   * The rhythm after a check, or what it was if nothing new came.
   *
   * <p>Gaps of a feed lie far apart (two minutes by day, eight hours at night), so the mean is the
   * geometric one: one night does not hide the day.
   *
   * @param since from the last new item to this check
   */
  static @Nullable Duration after(@Nullable Duration before, Duration since, int newItems) {
    if (newItems == 0) {
      return before;
    }
    double gap = Math.max(1, since.toSeconds() / (double) newItems);
    if (before == null) {
      return Duration.ofSeconds(Math.round(gap));
    }
    double weight = 1 - Math.pow(1 - WEIGHT, newItems);
    double mean = Math.log(Math.max(1, before.toSeconds())) * (1 - weight) + Math.log(gap) * weight;
    return Duration.ofSeconds(Math.round(Math.exp(mean)));
  }

  /** The rhythm as far as it holds now: a feed that has long been silent has slowed down. */
  static Duration now(FeedState state, Instant now) {
    Duration silence =
        state.lastNewAt() == null ? Duration.ZERO : Duration.between(state.lastNewAt(), now);
    Duration learnt = state.rhythm() == null ? Duration.ZERO : state.rhythm();
    Duration slowed = silence.dividedBy(2);
    return learnt.compareTo(slowed) > 0 ? learnt : slowed;
  }
}
