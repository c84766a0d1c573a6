package org.marsad.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.playground.Bench.LAYLA;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Messages changed and taken away, and presses answered. */
class EditingTest {
  private static final String KEYBOARD =
      "{\"inline_keyboard\":[[{\"text\":\"لماذا؟\",\"callback_data\":\"why\"}]]}";

  private final Bench bench = new Bench();

  private int sentWithButton() {
    return bench
        .done("sendMessage", "chat_id", LAYLA, "text", "خبر", "reply_markup", KEYBOARD)
        .path("message_id")
        .asInt();
  }

  @Test
  void anEditChangesTheMessageInPlace() {
    int id = sentWithButton();
    bench.clock.step(Duration.ofSeconds(5));
    JsonNode edited =
        bench.done(
            "editMessageText",
            "chat_id",
            LAYLA,
            "message_id",
            id,
            "text",
            "<i>خبر آخر</i>",
            "parse_mode",
            "HTML");

    assertThat(edited.path("edit_date").asLong()).isEqualTo(edited.path("date").asLong() + 5);
    assertThat(bench.telegram.transcript().fromBot(LAYLA))
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.text()).isEqualTo("خبر آخر");
              assertThat(message.keys()).isEmpty();
            });
  }

  @Test
  void anEditThatChangesNothingIsRefused() {
    int id = sentWithButton();
    String same =
        "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";
    bench.refused(
        same,
        "editMessageText",
        "chat_id",
        LAYLA,
        "message_id",
        id,
        "text",
        " خبر ",
        "reply_markup",
        KEYBOARD);
    bench.refused(
        same,
        "editMessageReplyMarkup",
        "chat_id",
        LAYLA,
        "message_id",
        id,
        "reply_markup",
        KEYBOARD);
    bench.done("editMessageReplyMarkup", "chat_id", LAYLA, "message_id", id);
    bench.done("editMessageText", "chat_id", LAYLA, "message_id", id, "text", "خبر.");
  }

  @Test
  void onlyOwnMessagesThatAreThereAreEdited() {
    bench.refused(
        "Bad Request: message identifier is not specified", "editMessageText", "text", "x");
    bench.refused("Bad Request: message text is empty", "editMessageText", "chat_id", LAYLA);
    bench.refused(
        "Bad Request: message to edit not found",
        "editMessageText",
        "chat_id",
        LAYLA,
        "message_id",
        99,
        "text",
        "x");
    bench.refused(
        "Bad Request: message can't be edited",
        "editMessageText",
        "chat_id",
        LAYLA,
        "message_id",
        1,
        "text",
        "x");
  }

  @Test
  void messagesAreTakenAwayWithinTwoDaysAndOnlyByWhoMay() {
    int id = sentWithButton();
    bench.done("deleteMessage", "chat_id", LAYLA, "message_id", id);
    assertThat(bench.telegram.transcript().fromBot(LAYLA)).isEmpty();
    bench.refused(
        "Bad Request: message to delete not found",
        "deleteMessage",
        "chat_id",
        LAYLA,
        "message_id",
        id);
    bench.refused(
        "Bad Request: message identifier is not specified", "deleteMessage", "chat_id", LAYLA);

    long group = bench.crowd.supergroup("غرفة", LAYLA);
    int others = bench.crowd.say(group, LAYLA, "كلام").id();
    bench.refused(
        "Bad Request: message can't be deleted",
        "deleteMessage",
        "chat_id",
        group,
        "message_id",
        others);

    int old = sentWithButton();
    bench.clock.step(Duration.ofHours(49));
    bench.refused(
        "Bad Request: message can't be deleted for everyone",
        "deleteMessage",
        "chat_id",
        LAYLA,
        "message_id",
        old);
  }

  @Test
  void aPressIsAnsweredOnceAndInTime() {
    String expired =
        "Bad Request: query is too old and response timeout expired or query ID is invalid";
    int id = sentWithButton();
    String press = bench.crowd.press(LAYLA, id, LAYLA, "لماذا؟");
    JsonNode told = bench.updates("callback_query").get(0);
    assertThat(told.path("id").asText()).isEqualTo(press);
    assertThat(told.path("data").asText()).isEqualTo("why");
    assertThat(told.path("message").path("message_id").asInt()).isEqualTo(id);

    bench.done("answerCallbackQuery", "callback_query_id", press, "text", "لأن…");
    assertThat(bench.telegram.transcript().awaitAnswer(press))
        .hasValueSatisfying(toast -> assertThat(toast.text()).isEqualTo("لأن…"));
    bench.refused(expired, "answerCallbackQuery", "callback_query_id", press);
    bench.refused(expired, "answerCallbackQuery", "callback_query_id", "nonsense");

    String late = bench.crowd.press(LAYLA, id, LAYLA, "why");
    bench.clock.step(Duration.ofMinutes(2));
    bench.refused(expired, "answerCallbackQuery", "callback_query_id", late);
    bench.refused(
        "Bad Request: MESSAGE_TOO_LONG",
        "answerCallbackQuery",
        "callback_query_id",
        "1",
        "text",
        "ا".repeat(201));
  }
}
