package org.marsad.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.playground.Bench.LAYLA;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** getUpdates, by the rules of the real queue. */
class UpdateQueueTest {
  private final Bench bench = new Bench();

  private JsonNode poll(Object... arguments) {
    return bench.done("getUpdates", arguments);
  }

  private int firstId() {
    return poll("offset", 0).get(0).path("update_id").asInt();
  }

  private void say(int times) {
    for (int i = 0; i < times; i++) {
      bench.crowd.say(LAYLA, LAYLA, "رسالة " + i);
    }
  }

  @Test
  void anUpdateIsToldUntilAHigherOffsetConfirmsIt() {
    say(2);
    int first = firstId();
    assertThat(poll("offset", first)).hasSize(3);
    assertThat(poll("offset", first + 2)).hasSize(1);
    assertThat(bench.telegram.updates().size()).isEqualTo(1);
  }

  @Test
  void aNegativeOffsetCountsFromTheEndAndForgetsTheRest() {
    say(4);
    JsonNode last = poll("offset", -2);
    assertThat(last).hasSize(2);
    assertThat(last.get(1).path("message").path("text").asText()).isEqualTo("رسالة 3");
    assertThat(bench.telegram.updates().size()).isEqualTo(2);
  }

  @Test
  void anOffsetFarInTheFutureStartsAtTheHead() {
    say(2);
    int first = firstId();
    assertThat(poll("offset", first + 1000)).hasSize(3);
  }

  @Test
  void limitIsClampedAndARepeatedQuestionIsAnsweredWithOne() {
    say(150);
    assertThat(poll("offset", 0, "limit", 100_000)).hasSize(100);
    int first = firstId();
    assertThat(poll("offset", first, "limit", 0)).hasSize(1);
    assertThat(poll("offset", first, "limit", 50)).hasSize(1);
  }

  @Test
  void updatesAreKeptForADay() {
    bench.clock.step(Duration.ofHours(23));
    say(1);
    bench.clock.step(Duration.ofHours(2));
    assertThat(poll("offset", 0)).hasSize(1);
  }

  @Test
  void allowedKindsAreRememberedAndUnknownOnesPassedOver() {
    int first = firstId();
    poll("offset", first + 1, "timeout", 0, "allowed_updates", "[\"callback_query\",\"nonsense\"]");
    say(1);
    assertThat(bench.telegram.updates().size()).isZero();
    poll("offset", first + 2, "allowed_updates", "[]");
    say(1);
    assertThat(bench.telegram.updates().size()).isEqualTo(1);
  }

  @Test
  void membersOfGroupsAreToldOnlyOnRequest() {
    long group = bench.crowd.supergroup("غرفة", LAYLA);
    bench.crowd.setPerson(group, Bench.OMAR, Rank.MEMBER);
    assertThat(bench.updates("chat_member")).isEmpty();
    assertThat(bench.updates("my_chat_member")).hasSize(1);
  }

  @Test
  void twoServersBeginAtDifferentNumbers() {
    assertThat(new Bench().updates("message")).isNotEmpty();
    assertThat(firstId()).isNotEqualTo(new UpdateQueueTest().firstId());
  }

  @Test
  void numbersMayStartAnew() {
    int first = firstId();
    poll("offset", first + 1, "timeout", 0);
    bench.telegram.updates().countFrom(17);
    say(1);
    assertThat(firstId()).isEqualTo(17);
  }

  @Test
  void aPoisonedUpdateLacksWhatTheLibraryMustHave() {
    bench.telegram.updates().poison();
    assertThat(bench.updates("message"))
        .anySatisfy(message -> assertThat(message.path("from").has("is_bot")).isFalse());
  }

  @Test
  void aWebhookKeepsTheBotFromPolling() {
    bench.done("setWebhook", "url", "https://marsad.example/hook", "secret_token", "a-b_C1");
    assertThat(bench.done("getWebhookInfo").path("url").asText())
        .isEqualTo("https://marsad.example/hook");
    bench.refused(
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        "getUpdates");
    bench.done("deleteWebhook", "drop_pending_updates", true);
    assertThat(poll("offset", 0, "timeout", 0)).isEmpty();
  }

  @Test
  void wrongWebhooksAreRefused() {
    bench.refused(
        "Bad Request: invalid webhook URL specified", "setWebhook", "url", "http://a.example/");
    bench.refused(
        "Bad Request: secret token is too long",
        "setWebhook",
        "url",
        "https://a.example/",
        "secret_token",
        "x".repeat(257));
    bench.refused(
        "Bad Request: secret token contains unallowed characters",
        "setWebhook",
        "url",
        "https://a.example/",
        "secret_token",
        "سر");
  }
}
