package org.marsad.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.feed.CheckTimes.Bounds;
import org.marsad.feed.CheckTimes.Next;
import org.marsad.feed.CheckTimes.State;

final class CheckTimesTest {
  private static final Instant NOW = Instant.parse("2026-01-12T10:00:00Z");
  private static final Bounds BOUNDS = new Bounds(Duration.ofMinutes(1), Duration.ofMinutes(15));
  private static final State GOOD = new State(0, null);

  @Test
  void aFeedThatWishesNothingIsReadAtTheShortestInterval() {
    assertThat(wait(fresh(null), GOOD)).isEqualTo(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @CsvSource({
    "PT30S,,PT1M",
    "PT5M,,PT5M",
    "PT5M,PT10M,PT10M",
    "PT10M,PT5M,PT10M",
    "PT6H,,PT15M",
    ",P1D,PT15M"
  })
  void itsWishIsHonouredWithinTheOperatorsBounds(
      @Nullable Duration maxAge, @Nullable Duration ttl, Duration expected) {
    assertThat(wait(fresh(maxAge), new State(0, ttl))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"1,PT1M", "2,PT2M", "3,PT4M", "8,PT2H8M", "9,PT4H", "1000000,PT4H"})
  void failuresBackOffUpToFourHours(int failures, Duration expected) {
    assertThat(wait(failed(Reason.TIMEOUT, null), new State(failures, null))).isEqualTo(expected);
  }

  @Test
  void backingOffNeverComesSoonerThanTheInterval() {
    Bounds slow = new Bounds(Duration.ofHours(6), Duration.ofDays(1));
    Next next = CheckTimes.after(failed(Reason.TIMEOUT, null), new State(9, null), NOW, slow);
    assertThat(next.at()).isEqualTo(NOW.plus(Duration.ofHours(6)));
  }

  @Test
  void retryAfterIsObeyed() {
    State first = new State(1, null);
    assertThat(wait(failed(Reason.TOO_MANY_REQUESTS, Duration.ofMinutes(50)), first))
        .isEqualTo(Duration.ofMinutes(50));
    assertThat(wait(failed(Reason.UNAVAILABLE, Duration.ofSeconds(1)), first))
        .isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void aFeedThatIsGoneStopsAndNoOtherDoes() {
    assertThat(CheckTimes.after(failed(Reason.GONE, null), GOOD, NOW, BOUNDS).stops()).isTrue();
    for (Reason reason : Reason.values()) {
      Next next = CheckTimes.after(failed(reason, null), new State(99, null), NOW, BOUNDS);
      assertThat(next.stops()).isEqualTo(reason == Reason.GONE);
      assertThat(next.reason()).isNotBlank();
    }
  }

  @Test
  void oneSecondIsAnIntervalToo() {
    Bounds quick = new Bounds(Duration.ofSeconds(1), Duration.ofSeconds(1));
    assertThat(CheckTimes.after(fresh(Duration.ofHours(1)), GOOD, NOW, quick).at())
        .isEqualTo(NOW.plusSeconds(1));
    assertThatThrownBy(() -> new Bounds(Duration.ZERO, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Bounds(Duration.ofHours(2), Duration.ofHours(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Duration wait(Fetched fetched, State state) {
    return Duration.between(NOW, CheckTimes.after(fetched, state, NOW, BOUNDS).at());
  }

  private static Fetched fresh(@Nullable Duration maxAge) {
    return new Fetched.NotModified(Validators.NONE, maxAge, null);
  }

  private static Fetched failed(Reason reason, @Nullable Duration retryAfter) {
    return new Fetched.Failed(reason, "", retryAfter);
  }
}
