package org.marsad.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.chat.Incoming;

/** Updates as the server writes them, read. */
class UpdateReaderTest {
  private static final String CHAT =
      "\"message_id\":5,\"date\":1,\"chat\":{\"id\":7,\"type\":\"private\",\"first_name\":\"سالم\"},"
          + "\"from\":{\"id\":7,\"is_bot\":false,\"first_name\":\"سالم\"}";
  private static final String PHOTO =
      "\"photo\":[{\"file_id\":\"a\",\"file_unique_id\":\"b\",\"width\":1,\"height\":1}]";
  private static final String VOICE =
      "\"voice\":{\"file_id\":\"a\",\"file_unique_id\":\"b\",\"duration\":1}";

  private final BotApi api = new BotApi(URI.create("http://127.0.0.1:1"), "1:stand-in");
  private final UpdateReader reader = new UpdateReader(() -> "marsad_bot", new Admins(api));

  @AfterEach
  void close() {
    api.close();
  }

  private Optional<Incoming.Act> act(String kind, String content) throws JsonProcessingException {
    String body = "{\"update_id\":1,\"" + kind + "\":{" + CHAT + "," + content + "}}";
    return reader.read(body).map(Incoming::act);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        PHOTO,
        VOICE,
        "\"sticker\":{\"file_id\":\"a\",\"file_unique_id\":\"b\",\"type\":\"regular\",\"width\":1,\"height\":1,\"is_animated\":false,\"is_video\":false}",
        "\"location\":{\"longitude\":1.0,\"latitude\":2.0}"
      })
  void whatIsSentAndNotReadIsHeardOf(String content) throws JsonProcessingException {
    assertThat(act("message", content)).contains(new Incoming.Unread());
  }

  @Test
  void whatIsWrittenUnderAPictureIsText() throws JsonProcessingException {
    assertThat(act("message", PHOTO + ",\"caption\":\"راقب نفط\""))
        .contains(new Incoming.Text("راقب نفط"));
    String forwarded =
        "\"forward_origin\":{\"type\":\"hidden_user\",\"date\":1,\"sender_user_name\":\"ليلى\"},";
    assertThat(act("message", forwarded + "\"text\":\"هدنة في الخرطوم\""))
        .contains(new Incoming.Text("هدنة في الخرطوم"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"pinned_message\":{\"message_id\":4,\"date\":1,\"chat\":{\"id\":7,\"type\":\"private\"}}",
        "\"media_group_id\":\"1\"," + PHOTO,
        "\"new_chat_title\":\"غرفة\""
      })
  void changesOfTheChatAndThePicturesOfAnAlbumAreNot(String content)
      throws JsonProcessingException {
    assertThat(act("message", content)).isEmpty();
  }

  @Test
  void anEditOfWhatWasAnsweredIsNotAnsweredAgain() throws JsonProcessingException {
    assertThat(act("edited_message", "\"edit_date\":2,\"text\":\"راقب نفط\"")).isEmpty();
  }
}
