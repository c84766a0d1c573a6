package org.marsad.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.marsad.playground.Bench.LAYLA;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Polls that are held open, and what ends them. */
class PollingTest {
  private final Bench bench = new Bench();
  private final int next = bench.done("getUpdates").get(0).path("update_id").asInt() + 1;

  @AfterEach
  void close() {
    bench.telegram.close();
  }

  /** Begins a poll and returns once it is held. */
  private CompletableFuture<Answer> poll(int timeoutSeconds) {
    Object before = bench.telegram.updates().held();
    CompletableFuture<Answer> poll =
        CompletableFuture.supplyAsync(
            () -> bench.call("getUpdates", "offset", next, "timeout", timeoutSeconds),
            task -> new Thread(task, "poll").start());
    await().until(() -> bench.telegram.updates().held() != before);
    return poll;
  }

  private static Answer answer(CompletableFuture<Answer> poll) throws Exception {
    return poll.get(10, TimeUnit.SECONDS);
  }

  @Test
  void aPollIsAnsweredAsSoonAsSomethingHappens() throws Exception {
    CompletableFuture<Answer> poll = poll(50);
    bench.crowd.say(LAYLA, LAYLA, "قائمتي");
    JsonNode told = answer(poll).body().path("result");
    assertThat(told.get(0).path("message").path("text").asText()).isEqualTo("قائمتي");
  }

  @Test
  void theSameQuestionAskedAgainAtOnceIsHeldThreeSeconds() throws Exception {
    bench.call("getUpdates", "offset", next, "timeout", 0);
    CompletableFuture<Answer> again = poll(0);
    bench.crowd.say(LAYLA, LAYLA, "قائمتي");
    assertThat(answer(again).body().path("result")).hasSize(1);
  }

  @Test
  void settingAWebhookEndsThePoll() throws Exception {
    CompletableFuture<Answer> poll = poll(50);
    bench.done("setWebhook", "url", "https://marsad.example/hook");
    assertThat(answer(poll).status()).isEqualTo(409);
    assertThat(answer(poll).description()).isEqualTo("Conflict: terminated by setWebhook request");
  }

  @Test
  void aSecondConflictIsToldThreeSecondsLate() throws Exception {
    CompletableFuture<Answer> first = poll(50);
    CompletableFuture<Answer> second = poll(50);
    assertThat(answer(first).status()).isEqualTo(409);
    long before = System.nanoTime();
    poll(50);
    assertThat(answer(second).status()).isEqualTo(409);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(2500));
  }
}
