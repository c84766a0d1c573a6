package org.marsad;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes on only when it is told to. Thread-safe. */
public final class SteppedClock extends Clock {
  private volatile Instant now;
  private volatile long nanos;

  /** It stands at this time. */
  public SteppedClock(Instant start) {
    this.now = start;
  }

  /** Time goes on. */
  public synchronized void step(Duration by) {
    now = now.plus(by);
    nanos += by.toNanos();
  }

  /** Somebody sets the clock; no time passes. */
  public synchronized void set(Instant time) {
    now = time;
  }

  /** The time that passed, whatever the clock was set to. */
  public long nanoTime() {
    return nanos;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
