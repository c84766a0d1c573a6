package org.marsad.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.playground.Bench.LAYLA;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much the server takes once it is told to be strict about it. */
class RateLimitsTest {
  private final Bench bench = new Bench();

  @BeforeEach
  void enforce() {
    bench.telegram.limits().enforce();
  }

  private Answer send(long chat) {
    return bench.call("sendMessage", "chat_id", chat, "text", "خبر");
  }

  @Test
  void oneMessageASecondAChat() {
    assertThat(send(LAYLA).status()).isEqualTo(200);
    bench.refused(
        "Too Many Requests: retry after 1", "sendMessage", "chat_id", LAYLA, "text", "خبر");
    assertThat(send(LAYLA).retryAfterSeconds()).isEqualTo(1);
    bench.clock.step(Duration.ofSeconds(1));
    assertThat(send(LAYLA).status()).isEqualTo(200);
  }

  @Test
  void thirtyMessagesASecondInAll() {
    for (int i = 0; i < 31; i++) {
      bench.crowd.person(i + 1, "قارئ", "ar");
      bench.crowd.say(i + 1, i + 1, "/start");
    }
    for (int i = 0; i < 30; i++) {
      assertThat(send(i + 1).status()).isEqualTo(200);
    }
    assertThat(send(31).status()).isEqualTo(429);
    bench.clock.step(Duration.ofSeconds(1));
    assertThat(send(31).status()).isEqualTo(200);
  }

  @Test
  void twentyMessagesAMinuteAGroup() {
    long group = bench.crowd.supergroup("غرفة", LAYLA);
    for (int i = 0; i < 20; i++) {
      assertThat(send(group).status()).isEqualTo(200);
      bench.clock.step(Duration.ofSeconds(1));
    }
    assertThat(send(group).retryAfterSeconds()).isEqualTo(40);
    bench.clock.step(Duration.ofSeconds(40));
    assertThat(send(group).status()).isEqualTo(200);
  }

  @Test
  void limitsCanBeLifted() {
    bench.telegram.limits().lift();
    for (int i = 0; i < 50; i++) {
      assertThat(send(LAYLA).status()).isEqualTo(200);
    }
  }
}
