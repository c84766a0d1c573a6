package org.marsad.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.marsad.feed.Subscription.State;

class SubscriptionTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Hub HUB =
      new Hub(URI.create("https://hub.example/"), URI.create("https://news.example/feed"));

  private static Subscription with(State state, int failures) {
    return new Subscription(1, HUB, "path", "key", state, failures);
  }

  @Test
  void itIsRenewedBeforeTheLeaseEnds() {
    Subscription.Step step = with(State.ASKED, 2).confirmed(Duration.ofDays(4), NOW);
    assertThat(step.state()).isEqualTo(State.ACTIVE);
    assertThat(step.failures()).isZero();
    assertThat(step.due()).isEqualTo(NOW.plus(Duration.ofDays(3)));
    assertThat(step.leaseUntil()).isEqualTo(NOW.plus(Duration.ofDays(4)));
  }

  @Test
  void aLeaseOfSecondsDoesNotMakeUsAskAllTheTime() {
    assertThat(with(State.ASKED, 0).confirmed(Duration.ofSeconds(1), NOW).due())
        .isAfter(NOW.plus(Duration.ofMinutes(3)));
  }

  @Test
  void aLeaseWithoutEndIsRenewedAllTheSame() {
    assertThat(with(State.ASKED, 0).confirmed(Duration.ofDays(4000), NOW).due())
        .isBefore(NOW.plus(Duration.ofDays(31)));
  }

  @Test
  void aHubThatFailsIsAskedLessAndLessOftenButNeverGivenUp() {
    Duration last = Duration.ZERO;
    for (int failures = 0; failures < 40; failures++) {
      Subscription.Step step = with(State.WANTED, failures).failed("HTTP 503", NOW);
      Duration wait = Duration.between(NOW, step.due());
      assertThat(wait).isGreaterThanOrEqualTo(last).isLessThanOrEqualTo(Duration.ofDays(1));
      assertThat(step.failures()).isEqualTo(failures + 1);
      last = wait;
    }
  }

  /** RFC 2202, test case 2 of HMAC-SHA-1, and RFC 4231, test case 2, for the others. */
  @Test
  void signaturesAreThoseOfTheRfcs() {
    Subscription jefe = new Subscription(1, HUB, "path", "Jefe", State.ACTIVE, 0);
    byte[] body = "what do ya want for nothing?".getBytes(UTF_8);
    assertThat(jefe.isSigned("sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79", body)).isTrue();
    String sha256 = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
    assertThat(jefe.isSigned("sha256=" + sha256, body)).isTrue();
    assertThat(jefe.isSigned("SHA256=" + sha256.toUpperCase(java.util.Locale.ROOT), body)).isTrue();
    assertThat(
            jefe.isSigned(
                "sha384=af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649",
                body))
        .isTrue();
    assertThat(
            jefe.isSigned(
                "sha512=164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737",
                body))
        .isTrue();
    assertThat(jefe.isSigned("sha256=" + sha256, "another".getBytes(UTF_8))).isFalse();
    assertThat(jefe.isSigned("md5=" + sha256, body)).isFalse();
    assertThat(jefe.isSigned("sha256", body)).isFalse();
    assertThat(jefe.isSigned(null, body)).isFalse();
  }

  @Test
  void theSecretIsNotShown() {
    assertThat(with(State.ACTIVE, 0).toString()).doesNotContain("key").doesNotContain("path");
  }
}
