package org.marsad.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.playground.Bench.LAYLA;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Buttons under messages. */
class MarkupTest {
  private final Bench bench = new Bench();

  private static String keyboard(Object... rows) throws Exception {
    return Bench.json(Map.of("inline_keyboard", List.of(rows)));
  }

  private static Map<String, String> key(String label, String data) {
    return Map.of("text", label, "callback_data", data);
  }

  private JsonNode send(String markup) {
    return bench.done("sendMessage", "chat_id", LAYLA, "text", "خبر", "reply_markup", markup);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nonsense | can't parse reply keyboard markup JSON object",
        "[] | object expected as reply markup",
        "{\"inline_keyboard\":{}} | field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array",
        "{\"inline_keyboard\":[{}]} | field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays",
        "{\"inline_keyboard\":[[5]]} | can't parse inline keyboard button: InlineKeyboardButton must be an Object",
        "{\"inline_keyboard\":[[{\"text\":\"x\"}]]} | can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        "{\"inline_keyboard\":[[{\"text\":\"x\",\"callback_data\":\"\"}]]} | can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        "{\"inline_keyboard\":[[{\"callback_data\":\"x\"}]]} | can't parse inline keyboard button: Can't find field \"text\"",
        "{\"inline_keyboard\":[[{\"text\":\"x\",\"url\":\"http://localhost/x\"}]]} | inline keyboard button URL 'http://localhost/x' is invalid: Wrong HTTP URL",
        "{\"inline_keyboard\":[[{\"text\":\"x\",\"url\":\"ftp://a.example/x\"}]]} | inline keyboard button URL 'ftp://a.example/x' is invalid: Unsupported URL protocol",
        "{\"inline_keyboard\":[[{\"text\":\"x\",\"web_app\":{\"url\":\"http://a.example/\"}}]]} | inline keyboard button Web App URL 'http://a.example/' is invalid: Only HTTPS links are allowed",
      })
  void aWrongKeyboardIsRefusedWithTheServersWords(String markup, String says) {
    bench.refused(
        "Bad Request: " + says,
        "sendMessage",
        "chat_id",
        LAYLA,
        "text",
        "خبر",
        "reply_markup",
        markup);
  }

  @Test
  void dataHoldsSixtyFourBytes() throws Exception {
    send(keyboard(List.of(key("x", "ا".repeat(32)))));
    bench.refused(
        "Bad Request: BUTTON_DATA_INVALID",
        "sendMessage",
        "chat_id",
        LAYLA,
        "text",
        "خبر",
        "reply_markup",
        keyboard(List.of(key("x", "ا".repeat(32) + "x"))));
  }

  @Test
  void aKeyboardTooLargeIsRefused() throws Exception {
    Object row = Collections.nCopies(12, key("ا".repeat(100), "x"));
    bench.refused(
        "Bad Request: reply markup is too long",
        "sendMessage",
        "chat_id",
        LAYLA,
        "text",
        "خبر",
        "reply_markup",
        keyboard(Collections.nCopies(8, row).toArray()));
  }

  @Test
  void whatIsTooMuchIsDroppedInSilence() throws Exception {
    Object row = Collections.nCopies(13, key("x", "y"));
    JsonNode rows =
        send(keyboard(Collections.nCopies(30, row).toArray()))
            .path("reply_markup")
            .path("inline_keyboard");
    assertThat(rows).hasSize(25).allSatisfy(line -> assertThat(line).hasSize(12));

    JsonNode unlabelled =
        send(keyboard(List.of(key("", "a"), key("ب", "b")), List.of(key("", "c"))));
    assertThat(unlabelled.path("reply_markup").toString())
        .isEqualTo("{\"inline_keyboard\":[[{\"text\":\"ب\",\"callback_data\":\"b\"}]]}");
  }

  @Test
  void linksAreGivenBackInFull() throws Exception {
    JsonNode sent = send(keyboard(List.of(Map.of("text", "اقرأ", "url", "News.Example"))));
    assertThat(sent.path("reply_markup").path("inline_keyboard").get(0).get(0).path("url").asText())
        .isEqualTo("http://news.example/");
  }

  @Test
  void replyKeyboardsAreAcceptedAndNotKept() {
    assertThat(send("{\"keyboard\":[[{\"text\":\"قائمتي\"}]]}").has("reply_markup")).isFalse();
    assertThat(send("{\"remove_keyboard\":true}").has("reply_markup")).isFalse();
  }
}
