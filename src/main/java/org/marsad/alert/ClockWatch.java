package org.marsad.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/** Notices that the clock was set back, by a count of nanoseconds that only goes forward. */
final class ClockWatch {
  /** Less than this is the clock being kept right. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  private final Clock clock;
  private final LongSupplier nanoTime;
  private Instant lastTime;
  private long lastNanos;

  ClockWatch(Clock clock, LongSupplier nanoTime) {
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.lastTime = clock.instant();
    this.lastNanos = nanoTime.getAsLong();
  }

  /** Whether it was set back since this was last asked. */
  boolean wentBack() {
    Instant time = clock.instant();
    long nanos = nanoTime.getAsLong();
    Instant expected = lastTime.plusNanos(nanos - lastNanos);
    lastTime = time;
    lastNanos = nanos;
    return time.isBefore(expected.minus(TOLERANCE));
  }
}
