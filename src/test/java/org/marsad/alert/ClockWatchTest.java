package org.marsad.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.marsad.SteppedClock;

class ClockWatchTest {
  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final ClockWatch watch = new ClockWatch(clock, clock::nanoTime);

  @Test
  void onlyASetBackIsNoticedAndOnlyOnce() {
    clock.step(Duration.ofHours(5));
    assertThat(watch.wentBack()).isFalse();
    clock.set(clock.instant().plus(Duration.ofHours(1)));
    assertThat(watch.wentBack()).isFalse();

    clock.step(Duration.ofHours(2));
    clock.set(clock.instant().minus(Duration.ofHours(1)));
    assertThat(watch.wentBack()).isTrue();
    assertThat(watch.wentBack()).isFalse();
  }

  @Test
  void aClockThatIsKeptRightWasNotSetBack() {
    clock.set(clock.instant().minus(Duration.ofMillis(900)));

    assertThat(watch.wentBack()).isFalse();
  }
}
