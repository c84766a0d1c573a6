package org.marsad.feed;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a feed is to be read next. Pure functions: nothing here looks at a clock or at chance. */
public final class CheckTimes {
  private static final Duration LONGEST_BACK_OFF = Duration.ofHours(4);
  private static final Duration LONGEST_OBEDIENCE = Duration.ofDays(1);

  /** So that an item waits for a twentieth of the usual gap, on average. */
  private static final int CHECKS_A_GAP = 10;

  /** Of a wait, by which it is made longer at most, so that feeds drift apart. */
  private static final int SPREAD_PERCENT = 5;

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
   * The decision.
   *
   * @param at when to check next; meaningless where it stops
   * @param reason in words for the operator
   * @param stops whether the feed is not to be checked any more
   */
  public record Next(Instant at, String reason, boolean stops) {
    /** As seldom as allowed, for a feed whose hub tells what is new. */
    public Next toldByHub(Instant now, Bounds bounds) {
      Instant seldom = now.plus(bounds.max());
      return seldom.isAfter(at) ? new Next(seldom, "its hub tells what is new", stops) : this;
    }
  }

  /** How long to wait, and why. */
  private record Wait(Duration length, String reason) {}

  /**
   * Decides after one check. A body that is no feed counts as failed with NOT_A_FEED.
   *
   * @param state the feed's, this check included
   */
  public static Next after(Fetched fetched, FeedState state, Instant now, Bounds bounds) {
    if (fetched instanceof Fetched.Failed failed) {
      return failed.reason() == Reason.GONE
          ? new Next(now, failed.reason().words(), true)
          : next(afterFailure(failed, state, now, bounds), now);
    }
    Duration maxAge =
        fetched instanceof Fetched.Body body
            ? body.maxAge()
            : ((Fetched.NotModified) fetched).maxAge();
    Duration wish = longer(orZero(maxAge), orZero(state.ttl()));
    Duration own = Rhythm.now(state, now).dividedBy(CHECKS_A_GAP);
    Duration wanted = longer(longer(wish, own), bounds.min());
    Duration allowed = shorter(wanted, bounds.max());
    String whose =
        wanted.equals(bounds.min())
            ? "as often as allowed"
            : wanted.equals(wish) ? "the feed's wish" : "the feed's rhythm";
    String capped = wanted.equals(allowed) ? "" : ", at most " + words(allowed);
    return next(
        new Wait(spread(allowed, bounds, now), whose + " (" + words(wanted) + ")" + capped), now);
  }

  private static Next next(Wait wait, Instant now) {
    return new Next(now.plus(wait.length()), wait.reason(), false);
  }

  private static Wait afterFailure(
      Fetched.Failed failed, FeedState state, Instant now, Bounds bounds) {
    Duration asked = orZero(failed.retryAfter());
    if (failed.reason() == Reason.HOST_BUSY) {
      return new Wait(asked, failed.reason().words());
    }
    Duration usual =
        shorter(longer(Rhythm.now(state, now).dividedBy(CHECKS_A_GAP), bounds.min()), bounds.max());
    Duration wait = backOff(state.failures(), usual);
    return asked.compareTo(wait) > 0
        ? new Wait(
            longer(shorter(asked, LONGEST_OBEDIENCE), bounds.min()),
            "the server asks to wait " + words(asked))
        : new Wait(wait, failed.reason().words() + ", again in " + words(wait));
  }

  /** Doubled with each failure up to four hours, and never less than the usual interval. */
  private static Duration backOff(int failures, Duration usual) {
    Duration doubled = usual.multipliedBy(1L << Math.max(0, Math.min(failures - 1, 24)));
    return longer(usual, shorter(doubled, LONGEST_BACK_OFF));
  }

  /** A little longer by a share that differs from check to check, within what is allowed. */
  private static Duration spread(Duration wait, Bounds bounds, Instant now) {
    long share = Math.floorMod(now.toEpochMilli() * 0x9E3779B97F4A7C15L >>> 7, 1000);
    Duration later = wait.plus(wait.multipliedBy(share * SPREAD_PERCENT).dividedBy(100_000));
    return shorter(later, bounds.max());
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static Duration orZero(@Nullable Duration duration) {
    return duration == null ? Duration.ZERO : duration;
  }

  /** "1h 5m", "30s". */
  private static String words(Duration duration) {
    String iso = duration.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
    return iso.substring(2).replaceAll("([HM])(?=\\d)", "$1 ").toLowerCase(java.util.Locale.ROOT);
  }
}
