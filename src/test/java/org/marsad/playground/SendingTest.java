package org.marsad.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.playground.Bench.LAYLA;
import static org.marsad.playground.Bench.OMAR;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be sent, and what becomes of it. */
class SendingTest {
  private final Bench bench = new Bench();

  @Test
  void aMessageStandsInTheChatAsItWasMarkedUp() {
    JsonNode sent = bench.send(LAYLA, "<b>عاجل</b> خبر");

    assertThat(sent.path("text").asText()).isEqualTo("عاجل خبر");
    assertThat(sent.path("entities").get(0).path("type").asText()).isEqualTo("bold");
    assertThat(sent.path("date").asLong()).isEqualTo(1_772_359_200L);
    assertThat(sent.path("from").path("is_bot").asBoolean()).isTrue();
    ChatMessage stands = bench.telegram.transcript().fromBot(LAYLA).get(0);
    assertThat(stands.content().part(stands.content().entities().get(0))).isEqualTo("عاجل");
  }

  @Test
  void textsAreRefusedWithTheServersWords() {
    bench.refused("Bad Request: message text is empty", "sendMessage", "chat_id", LAYLA);
    for (String invisible :
        List.of(" ", "\n\t \n", "\u202b\u202c", "\u200f\u200f", "\u00a0\u2003\ufeff")) {
      bench.refused(
          "Bad Request: text must be non-empty",
          "sendMessage",
          "chat_id",
          LAYLA,
          "text",
          invisible);
    }
    bench.refused(
        "Bad Request: text must be non-empty",
        "sendMessage",
        "chat_id",
        LAYLA,
        "text",
        "<b> </b>",
        "parse_mode",
        "HTML");
    bench.refused(
        "Bad Request: unsupported parse_mode",
        "sendMessage",
        "chat_id",
        LAYLA,
        "text",
        "x",
        "parse_mode",
        "bbcode");
    bench.refused(
        "Bad Request: can't parse entities: Unsupported start tag \"br\" at byte offset 6",
        "sendMessage",
        "chat_id",
        LAYLA,
        "text",
        "خبر<br>",
        "parse_mode",
        "html");
  }

  @Test
  void lengthIsCountedInCodePointsAfterParsingAndInBytesBefore() {
    String longest = "😀".repeat(4096);
    bench.done("sendMessage", "chat_id", LAYLA, "text", longest);
    bench.refused(
        "Bad Request: message is too long", "sendMessage", "chat_id", LAYLA, "text", longest + "x");
    bench.send(LAYLA, "<b></b>".repeat(1000) + "ا".repeat(4096));
    bench.refused(
        "Bad Request: text is too long",
        "sendMessage",
        "chat_id",
        LAYLA,
        "text",
        "x".repeat(32_769));
  }

  @Test
  void argumentsAreJudgedBeforeTheChat() {
    bench.refused("Bad Request: message text is empty", "sendMessage");
    bench.refused("Bad Request: chat_id is empty", "sendMessage", "text", "x");
    bench.refused(
        "Bad Request: can't parse reply keyboard markup JSON object",
        "sendMessage",
        "chat_id",
        77,
        "text",
        "x",
        "reply_markup",
        "{");
    bench.refused("Bad Request: chat not found", "sendMessage", "chat_id", 77, "text", " ");
  }

  @Test
  void linkPreviewOptionsMustBeAnObject() {
    bench.refused(
        "Bad Request: can't parse link preview options JSON object",
        "sendMessage",
        "chat_id",
        LAYLA,
        "text",
        "x",
        "link_preview_options",
        "{is");
    bench.refused(
        "Bad Request: object expected as link preview options",
        "sendMessage",
        "chat_id",
        LAYLA,
        "text",
        "x",
        "link_preview_options",
        "[]");
    bench.done(
        "sendMessage",
        "chat_id",
        LAYLA,
        "text",
        "x",
        "link_preview_options",
        "{\"is_disabled\":true}");
  }

  @Test
  void aReplyNeedsItsMessageUnlessToldOtherwise() {
    bench.refused(
        "Bad Request: message to be replied not found",
        "sendMessage",
        "chat_id",
        LAYLA,
        "text",
        "x",
        "reply_parameters",
        "{\"message_id\":99}");
    bench.refused(
        "Bad Request: message to be replied not found",
        "sendMessage",
        "chat_id",
        LAYLA,
        "text",
        "x",
        "reply_to_message_id",
        99);
    JsonNode loose =
        bench.done(
            "sendMessage",
            "chat_id",
            LAYLA,
            "text",
            "x",
            "reply_parameters",
            "{\"message_id\":99,\"allow_sending_without_reply\":true}");
    JsonNode tied =
        bench.done(
            "sendMessage", "chat_id", LAYLA, "text", "x", "reply_parameters", "{\"message_id\":1}");

    assertThat(loose.has("reply_to_message")).isFalse();
    assertThat(tied.path("reply_to_message").path("text").asText()).isEqualTo("/start");
  }

  @Test
  void silentMessagesAreSeenToBeSilent() {
    bench.done("sendMessage", "chat_id", LAYLA, "text", "x", "disable_notification", true);
    assertThat(bench.telegram.transcript().fromBot(LAYLA).get(0).silent()).isTrue();
  }

  @Test
  void readyMadeEntitiesAreKept() throws Exception {
    String entities = Bench.json(List.of(Map.of("type", "bold", "offset", 0, "length", 4)));
    JsonNode sent =
        bench.done("sendMessage", "chat_id", LAYLA, "text", "عاجل خبر", "entities", entities);
    assertThat(sent.path("entities").toString())
        .isEqualTo("[{\"offset\":0,\"length\":4,\"type\":\"bold\"}]");
  }

  @Test
  void actionsAreThoseTheServerKnows() {
    bench.done("sendChatAction", "chat_id", LAYLA, "action", "typing");
    bench.refused(
        "Bad Request: wrong parameter action in request",
        "sendChatAction",
        "chat_id",
        LAYLA,
        "action",
        "dancing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"document", "photo"})
  void filesNeedAFileAndAShortCaption(String kind) {
    String method = "send" + kind;
    bench.refused("Bad Request: there is no " + kind + " in the request", method, "chat_id", LAYLA);
    bench.done(method, "chat_id", LAYLA, kind, "file-id", "caption", "ا".repeat(1024));
    bench.refused(
        "Bad Request: message caption is too long",
        method,
        "chat_id",
        LAYLA,
        kind,
        "file-id",
        "caption",
        "ا".repeat(1025));
    Answer attached =
        bench.telegram.call(
            StandInServer.TOKEN,
            method,
            new Arguments(
                Map.of("chat_id", "5001", kind, "attach://it"),
                Map.of("it", new Upload("watches.json", new byte[] {1, 2}))));
    assertThat(attached.body().path("result").path("document").path("file_name").asText())
        .isEqualTo("watches.json");
    String id = attached.body().path("result").path("document").path("file_id").asText();
    Answer told =
        bench.telegram.call(StandInServer.TOKEN, "getFile", Arguments.of(Map.of("file_id", id)));
    assertThat(told.body().path("result").path("file_size").asInt()).isEqualTo(2);
    String path = told.body().path("result").path("file_path").asText();
    assertThat(bench.telegram.file(StandInServer.TOKEN, path).orElseThrow().bytes())
        .containsExactly(1, 2);
    bench.refused(
        "Bad Request: wrong file_id or the file is temporarily unavailable",
        "getFile",
        "file_id",
        "file-nobody-sent");
  }

  @Test
  void whoNeverWroteOrBlockedOrLeftIsNotReached() {
    bench.refused(
        "Forbidden: bot can't initiate conversation with a user",
        "sendMessage",
        "chat_id",
        OMAR,
        "text",
        "x");
    bench.crowd.block(LAYLA);
    bench.refused(
        "Forbidden: bot was blocked by the user", "sendMessage", "chat_id", LAYLA, "text", "x");
    bench.refused(
        "Forbidden: bot was blocked by the user",
        "sendChatAction",
        "chat_id",
        LAYLA,
        "action",
        "typing");
    bench.crowd.unblock(LAYLA);
    bench.done("sendMessage", "chat_id", LAYLA, "text", "x");
    bench.crowd.deactivate(LAYLA);
    bench.refused("Forbidden: user is deactivated", "sendMessage", "chat_id", LAYLA, "text", "x");
  }
}
