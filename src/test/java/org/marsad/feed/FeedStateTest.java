package org.marsad.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class FeedStateTest {
  private static final Instant NOW = Instant.parse("2026-01-12T10:00:00Z");
  private static final Validators VALIDATORS = new Validators("\"e\"", "Mon", "hash");
  private static final URI THERE = URI.create("https://there.example/feed");

  @Test
  void theWholeBodyIsAskedForNowAndThen() {
    FeedState state = FeedState.UNKNOWN.read(body(null), null, 1, NOW);
    assertThat(state.echo(NOW.plus(Duration.ofHours(5)))).isEqualTo(VALIDATORS);
    Instant later = NOW.plus(Duration.ofHours(6));
    assertThat(state.echo(later)).isEqualTo(new Validators(null, null, "hash"));
    FeedState asked = state.unchanged(unchanged(null), later);
    assertThat(asked.echo(later.plusSeconds(60))).isEqualTo(VALIDATORS);
    FeedState notAsked = state.unchanged(unchanged(null), NOW.plusSeconds(60));
    assertThat(notAsked.echo(later)).isEqualTo(new Validators(null, null, "hash"));
  }

  @Test
  void aMoveIsBelievedAfterThreeChecksInARow() {
    FeedState state = FeedState.UNKNOWN.read(body(THERE), null, 1, NOW);
    state = state.unchanged(unchanged(THERE), NOW);
    assertThat(state.move().isBelieved()).isFalse();
    assertThat(state.unchanged(unchanged(null), NOW).move()).isEqualTo(Move.NONE);
    URI elsewhere = URI.create("https://elsewhere.example/");
    assertThat(state.unchanged(unchanged(elsewhere), NOW).move()).isEqualTo(new Move(elsewhere, 1));
    assertThat(state.failed(Reason.TIMEOUT).move()).isEqualTo(state.move());
    assertThat(state.unchanged(unchanged(THERE), NOW).move().isBelieved()).isTrue();
  }

  @Test
  void failuresCountAndASuccessForgetsThem() {
    FeedState failed = FeedState.UNKNOWN.failed(Reason.TIMEOUT).failed(Reason.NOT_A_FEED);
    assertThat(failed.failures()).isEqualTo(2);
    assertThat(failed.unchanged(unchanged(null), NOW).failures()).isZero();
    assertThat(failed.read(body(null), null, 0, NOW).failures()).isZero();
  }

  @Test
  void anHourOfFailuresIsAnOutageAndAQuietHourIsNot() {
    FeedState well = FeedState.UNKNOWN.read(body(null), null, 1, NOW);
    Instant later = NOW.plus(Duration.ofMinutes(61));
    assertThat(well.isOutage(later)).isFalse();
    assertThat(well.failed(Reason.TIMEOUT).isOutage(later)).isTrue();
    assertThat(well.failed(Reason.TIMEOUT).isOutage(NOW.plusSeconds(60))).isFalse();
  }

  @Test
  void theRhythmIsLearntFromWhatWeSawAndNotFromTheFirstReading() {
    FeedState first = FeedState.UNKNOWN.read(body(null), null, 50, NOW);
    assertThat(first.rhythm()).isNull();
    FeedState second = first.read(body(null), null, 5, NOW.plus(Duration.ofMinutes(10)));
    assertThat(second.rhythm()).isEqualTo(Duration.ofMinutes(2));
    assertThat(second.read(body(null), null, 0, NOW.plus(Duration.ofMinutes(20))).rhythm())
        .isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void oneNightOfSilenceDoesNotMakeABusyFeedASlowOne() {
    FeedState busy =
        new FeedState(VALIDATORS, 0, NOW, NOW, NOW, null, Duration.ofMinutes(3), Move.NONE);
    FeedState morning = busy.read(body(null), null, 1, NOW.plus(Duration.ofHours(8)));
    assertThat(morning.rhythm()).isLessThan(Duration.ofMinutes(15));
  }

  private static Fetched.Body body(@Nullable URI movedTo) {
    return new Fetched.Body(
        new byte[0], null, URI.create("https://a.example/"), VALIDATORS, null, movedTo, null);
  }

  private static Fetched.NotModified unchanged(@Nullable URI movedTo) {
    return new Fetched.NotModified(VALIDATORS, null, movedTo);
  }
}
