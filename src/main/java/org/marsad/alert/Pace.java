package org.marsad.alert;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * So many messages in any second, whichever second is looked at, and nearly evenly within it. It
 * remembers when the last ones went: a bucket of tokens lets a second hold its capacity and its
 * refill, so it either breaks a limit that is counted exactly or leaves part of it unused.
 *
 * <p>The server counts a message some time between request and answer. One whose answer took longer
 * than others lately is taken to be counted that much later.
 *
 * <p>After the server asked for a pause the pace is halved, and comes back by a hundredth a second.
 * Times are nanoseconds that only go forward. Not thread-safe.
 */
final class Pace {
  /** A second, and what two messages may differ in on their way to where they are counted. */
  private static final long SECOND_NANOS = Duration.ofMillis(1010).toNanos();

  /** In a tenth of a second half as much again may go, to make up for what a standstill lost. */
  private static final long TENTH_NANOS = Duration.ofMillis(100).toNanos();

  private static final double RECOVERY_A_SECOND = 0.01;

  /**
   * What is looked at for the least time an answer takes: this many answers, and as many before.
   */
  private static final int ANSWERS = 50;

  private final int perSecond;
  private final LongSupplier nanoTime;

  /** When the last ones went, in no order; some more than a second may hold. */
  private final long[] sentAt;

  private int next;
  private int answers;
  private long least = Long.MAX_VALUE;
  private long leastBefore = Long.MAX_VALUE;
  private double shrunkTo;
  private long shrunkAt;

  Pace(int perSecond, LongSupplier nanoTime) {
    this.perSecond = perSecond;
    this.nanoTime = nanoTime;
    this.sentAt = new long[perSecond + ANSWERS];
    this.shrunkTo = perSecond;
    this.shrunkAt = nanoTime.getAsLong();
    Arrays.fill(sentAt, shrunkAt - 2 * SECOND_NANOS);
  }

  /** How long until the next may go; zero if it may go now. */
  Duration untilRoom() {
    long now = nanoTime.getAsLong();
    int allowed = allowed(now);
    long second = untilFewer(allowed, SECOND_NANOS, now);
    long tenth = untilFewer(allowed / 10 + Math.max(1, allowed / 20), TENTH_NANOS, now);
    return Duration.ofNanos(Math.max(second, tenth));
  }

  /** How long it is worth waiting for a stretch of time to hold fewer; zero if it does now. */
  private long untilFewer(int count, long nanos, long now) {
    int within = 0;
    long first = now;
    for (long at : sentAt) {
      if (at + nanos > now) {
        within++;
        first = Math.min(first, at);
      }
    }
    return within < count ? 0 : first + nanos - now;
  }

  /** One goes now. Returns what {@link #answered} is to be told. */
  int took() {
    int place = next;
    sentAt[place] = nanoTime.getAsLong();
    next = (next + 1) % sentAt.length;
    return place;
  }

  /**
   * The answer to one came.
   *
   * @param place what {@link #took} returned
   * @param took how long the answer took
   */
  void answered(int place, Duration took) {
    long nanos = took.toNanos();
    least = Math.min(least, nanos);
    long usual = Math.min(least, leastBefore);
    if (nanos < SECOND_NANOS) {
      sentAt[place] = nanoTime.getAsLong() - usual;
    }
    if (++answers % ANSWERS == 0) {
      leastBefore = least;
      least = Long.MAX_VALUE;
    }
  }

  /** The server has had too many. */
  void shrink() {
    long now = nanoTime.getAsLong();
    shrunkTo = Math.max(1, allowed(now) / 2.0);
    shrunkAt = now;
  }

  /** How many a second may hold now. */
  int allowed() {
    return allowed(nanoTime.getAsLong());
  }

  private int allowed(long now) {
    double recovered = (now - shrunkAt) / 1e9 * RECOVERY_A_SECOND * perSecond;
    return (int) Math.min(perSecond, shrunkTo + recovered);
  }
}
