package org.marsad.alert;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * So many messages in any second, whichever second is looked at, and nearly evenly within it. It
 * remembers when the last ones went: a bucket of tokens lets a second hold its capacity and its
 * refill, so it either breaks a limit that is counted exactly or leaves part of it unused.
 *
 * <p>After the server asked for a pause the pace is halved, and comes back by a hundredth a second.
 * Times are nanoseconds that only go forward. Not thread-safe.
 */
final class Pace {
  /** A second, and what two messages may differ in on their way to where they are counted. */
  private static final long SECOND_NANOS = Duration.ofMillis(1015).toNanos();

  private static final long TENTH_NANOS = Duration.ofMillis(100).toNanos();
  private static final double RECOVERY_A_SECOND = 0.01;

  private final LongSupplier nanoTime;
  private final long[] sentAt;
  private int next;
  private long sent;
  private double shrunkTo;
  private long shrunkAt;

  Pace(int perSecond, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.sentAt = new long[perSecond];
    this.shrunkTo = perSecond;
    this.shrunkAt = nanoTime.getAsLong();
  }

  /** How long until the next may go; zero if it may go now. */
  Duration untilRoom() {
    long now = nanoTime.getAsLong();
    int allowed = allowed(now);
    long wait =
        Math.max(
            untilFree(allowed, SECOND_NANOS, now), untilFree(allowed / 10 + 1, TENTH_NANOS, now));
    return Duration.ofNanos(Math.max(0, wait));
  }

  /** How long until a stretch of time holds fewer than so many; not positive if it does now. */
  private long untilFree(int count, long nanos, long now) {
    int back = Math.min(count, sentAt.length);
    return sent < back ? 0 : sentAt[Math.floorMod(next - back, sentAt.length)] + nanos - now;
  }

  /** One goes now. */
  void took() {
    sentAt[next] = nanoTime.getAsLong();
    next = (next + 1) % sentAt.length;
    sent++;
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
    double recovered = (now - shrunkAt) / 1e9 * RECOVERY_A_SECOND * sentAt.length;
    return (int) Math.min(sentAt.length, shrunkTo + recovered);
  }
}
