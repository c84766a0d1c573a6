package org.marsad.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.feed.CheckTimes.Bounds;
import org.marsad.feed.CheckTimes.Next;

final class CheckTimesTest {
  private static final Instant NOW = Instant.parse("2026-01-12T10:00:00Z");
  private static final Bounds BOUNDS = new Bounds(Duration.ofMinutes(1), Duration.ofMinutes(15));

  @Test
  void aFeedOfWhichNothingIsKnownIsReadAsOftenAsAllowed() {
    assertWait(fresh(null), FeedState.UNKNOWN, Duration.ofMinutes(1));
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
    assertWait(fresh(maxAge), state(0, ttl, null, NOW), expected);
  }

  @ParameterizedTest
  @CsvSource({
    "PT3M,PT0S,PT1M,as often as allowed (1m)",
    "PT40M,PT0S,PT4M,the feed's rhythm (4m)",
    "P7D,PT0S,PT15M,'the feed''s rhythm (16h 48m), at most 15m'",
    "PT3M,PT1H,PT3M,the feed's rhythm (3m)",
    ",PT2H,PT6M,the feed's rhythm (6m)",
    ",PT9H,PT15M,'the feed''s rhythm (27m), at most 15m'"
  })
  void aBusyAgencyIsReadEachMinuteAndAWeeklyBlogEachQuarterOfAnHour(
      @Nullable Duration rhythm, Duration silence, Duration expected, String reason) {
    FeedState state = state(0, null, rhythm, NOW.minus(silence));
    assertWait(fresh(null), state, expected);
    assertThat(CheckTimes.after(fresh(null), state, NOW, BOUNDS).reason()).isEqualTo(reason);
  }

  @Test
  void theFeedsWishIsAFloorForItsRhythmToo() {
    FeedState busy = state(0, Duration.ofMinutes(10), Duration.ofMinutes(3), NOW);
    assertWait(fresh(null), busy, Duration.ofMinutes(10));
  }

  @Test
  void checksDriftApartButNeverComeEarlyNorLaterThanAllowed() {
    FeedState state = state(0, null, Duration.ofMinutes(100), null);
    long times =
        java.util.stream.IntStream.range(0, 100)
            .mapToObj(
                i -> {
                  Instant now = NOW.plusMillis(i * 37L);
                  Instant at = CheckTimes.after(fresh(null), state, now, BOUNDS).at();
                  assertThat(at).isBetween(now.plusSeconds(600), now.plusSeconds(630));
                  return Duration.between(now, at);
                })
            .distinct()
            .count();
    assertThat(times).isGreaterThan(50);
  }

  @ParameterizedTest
  @CsvSource({"1,PT1M", "2,PT2M", "3,PT4M", "8,PT2H8M", "9,PT4H", "1000000,PT4H"})
  void failuresBackOffUpToFourHours(int failures, Duration expected) {
    assertWait(failed(Reason.TIMEOUT, null), state(failures, null, null, null), expected);
  }

  @Test
  void backingOffNeverComesSoonerThanTheInterval() {
    Bounds slow = new Bounds(Duration.ofHours(6), Duration.ofDays(1));
    FeedState state = state(9, null, null, null);
    Next next = CheckTimes.after(failed(Reason.TIMEOUT, null), state, NOW, slow);
    assertThat(next.at()).isEqualTo(NOW.plus(Duration.ofHours(6)));
    FeedState seldom = state(1, null, Duration.ofMinutes(100), null);
    assertWait(failed(Reason.HTTP_STATUS, null), seldom, Duration.ofMinutes(10));
  }

  @Test
  void retryAfterIsObeyedUpToADay() {
    FeedState first = state(1, null, null, null);
    assertWait(
        failed(Reason.TOO_MANY_REQUESTS, Duration.ofMinutes(50)), first, Duration.ofMinutes(50));
    assertWait(failed(Reason.UNAVAILABLE, Duration.ofSeconds(1)), first, Duration.ofMinutes(1));
    assertWait(failed(Reason.UNAVAILABLE, Duration.ofDays(90)), first, Duration.ofDays(1));
  }

  @Test
  void whoWaitsForItsTurnComesWhenItIsAndHasNotFailed() {
    FeedState before = state(0, null, null, NOW);
    assertThat(before.failed(Reason.HOST_BUSY)).isEqualTo(before);
    assertWait(failed(Reason.HOST_BUSY, Duration.ofSeconds(3)), before, Duration.ofSeconds(3));
  }

  @Test
  void aFeedThatIsGoneStopsAndNoOtherDoes() {
    for (Reason reason : Reason.values()) {
      Next next = CheckTimes.after(failed(reason, null), state(99, null, null, null), NOW, BOUNDS);
      assertThat(next.stops()).isEqualTo(reason == Reason.GONE);
      assertThat(next.reason()).isNotBlank();
    }
  }

  @Test
  void oneSecondIsAnIntervalToo() {
    Bounds quick = new Bounds(Duration.ofSeconds(1), Duration.ofSeconds(1));
    assertThat(CheckTimes.after(fresh(Duration.ofHours(1)), FeedState.UNKNOWN, NOW, quick).at())
        .isEqualTo(NOW.plusSeconds(1));
    assertThatThrownBy(() -> new Bounds(Duration.ZERO, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Bounds(Duration.ofHours(2), Duration.ofHours(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Exactly, or later by the twentieth by which checks drift apart. */
  private static void assertWait(Fetched fetched, FeedState state, Duration expected) {
    Duration wait = Duration.between(NOW, CheckTimes.after(fetched, state, NOW, BOUNDS).at());
    assertThat(wait).isGreaterThanOrEqualTo(expected);
    assertThat(wait.toMillis()).isCloseTo(expected.toMillis(), Percentage.withPercentage(5));
  }

  private static FeedState state(
      int failures, @Nullable Duration ttl, @Nullable Duration rhythm, @Nullable Instant lastNew) {
    return new FeedState(Validators.NONE, failures, null, null, lastNew, ttl, rhythm, Move.NONE);
  }

  private static Fetched fresh(@Nullable Duration maxAge) {
    return new Fetched.NotModified(Validators.NONE, maxAge, null);
  }

  private static Fetched failed(Reason reason, @Nullable Duration retryAfter) {
    return new Fetched.Failed(reason, "", retryAfter);
  }
}
