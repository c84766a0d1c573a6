package org.marsad.feed;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a feed is to be read next. Pure functions: nothing here looks at a clock or at chance. */
public final class CheckTimes {
  private static final Duration LONGEST_BACK_OFF = Duration.ofHours(4);

  private CheckTimes() {}

  /**
   * The operator's bounds.
   *
   * @param min between two checks of a feed that answers
   * @param max however seldom the feed wishes to be read
   */
  public record Bounds(Duration min, Duration max) {
    public Bounds {
      if (min.isNegative() || min.isZero() || max.compareTo(min) < 0) {
        throw new IllegalArgumentException("need 0 < min <= max, not " + min + " and " + max);
      }
    }
  }

  /**
   * What is known of the feed.
   *
   * @param failures failed checks in a row, this one included
   * @param ttl the feed's own wish, from its document
   */
  public record State(int failures, @Nullable Duration ttl) {}

  /**
   * The decision.
   *
   * @param at when to check next; meaningless where it stops
   * @param reason in words for the operator
   * @param stops whether the feed is not to be checked any more
   */
  public record Next(Instant at, String reason, boolean stops) {}

  /** Decides after one fetch. A body that is no feed counts as failed with NOT_A_FEED. */
  public static Next after(Fetched fetched, State state, Instant now, Bounds bounds) {
    if (fetched instanceof Fetched.Failed failed) {
      return afterFailure(failed, state, now, bounds);
    }
    Duration maxAge =
        fetched instanceof Fetched.Body body
            ? body.maxAge()
            : ((Fetched.NotModified) fetched).maxAge();
    Duration wish = longer(orZero(maxAge), orZero(state.ttl()));
    if (wish.compareTo(bounds.min()) <= 0) {
      return new Next(now.plus(bounds.min()), "every " + bounds.min(), false);
    }
    return wish.compareTo(bounds.max()) > 0
        ? new Next(
            now.plus(bounds.max()), "feed wishes " + wish + ", at most " + bounds.max(), false)
        : new Next(now.plus(wish), "feed wishes " + wish, false);
  }

  private static Next afterFailure(Fetched.Failed failed, State state, Instant now, Bounds bounds) {
    if (failed.reason() == Reason.GONE) {
      return new Next(now, failed.reason().words(), true);
    }
    Duration wait = backOff(state.failures(), bounds.min());
    Duration asked = failed.retryAfter();
    if (asked != null && asked.compareTo(wait) > 0) {
      Duration obeyed = asked.compareTo(Duration.ofDays(1)) > 0 ? Duration.ofDays(1) : asked;
      return new Next(
          now.plus(longer(obeyed, bounds.min())), "server asks to wait " + asked, false);
    }
    return new Next(now.plus(wait), failed.reason().words() + ", again in " + wait, false);
  }

  /** Doubled with each failure up to four hours, and never less than the interval itself. */
  private static Duration backOff(int failures, Duration min) {
    Duration doubled = min.multipliedBy(1L << Math.max(0, Math.min(failures - 1, 24)));
    return longer(min, doubled.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : doubled);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Duration orZero(@Nullable Duration duration) {
    return duration == null ? Duration.ZERO : duration;
  }
}
