package org.marsad.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.alert.Chat;
import org.marsad.alert.Message;
import org.marsad.alert.SendResult;

/** What each answer of a server, and each lack of one, means for the message. */
class SendOutcomeTest {
  private static final Message MESSAGE = new Message("<b>خبر</b>", "خبر", List.of(), false);
  private static final Chat.Address CHAT = new Chat.Address(1, 0);

  private static SendResult send(URI server) {
    try (BotApi api = new BotApi(server, "100200300:SECRET-of-a-test")) {
      return new TelegramMessenger(api).send(CHAT, MESSAGE);
    }
  }

  private static SendResult answered(int status, String body, String... headers)
      throws IOException {
    try (RawServer server = new RawServer(status, body, headers)) {
      SendResult result = send(server.base());
      assertThat(server.requests).as("requests of one send").hasValue(1);
      return result;
    }
  }

  private static SendResult refused(int code, String description) throws IOException {
    return answered(
        code, "{\"ok\":false,\"error_code\":" + code + ",\"description\":\"" + description + "\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "403 | Forbidden: bot was blocked by the user",
        "403 | Forbidden: user is deactivated",
        "403 | Forbidden: bot was kicked from the supergroup chat",
        "400 | Bad Request: chat not found",
        "400 | Bad Request: not enough rights to send text messages to the chat",
        "400 | Bad Request: need administrator rights in the channel chat",
        "400 | Bad Request: message thread not found",
      })
  void aChatThatCannotBeReachedIsBlocked(int code, String description) throws IOException {
    assertThat(refused(code, description)).isEqualTo(new SendResult.Blocked(description));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | Bad Request: message is too long",
        "400 | Bad Request: BUTTON_DATA_INVALID",
        "400 | Bad Request: text must be non-empty",
      })
  void aMessageThatIsWrongIsRejectedWithTheServersText(int code, String description)
      throws IOException {
    assertThat(refused(code, description)).isEqualTo(new SendResult.Rejected(description));
  }

  @Test
  void aWaitIsTheServers() throws IOException {
    SendResult result =
        answered(
            429,
            "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 17\","
                + "\"parameters\":{\"retry_after\":17}}",
            "Retry-After",
            "17");

    assertThat(result).isEqualTo(new SendResult.RetryAfter(Duration.ofSeconds(17)));
    assertThat(refused(429, "Too Many Requests")).isInstanceOf(SendResult.RetryAfter.class);
  }

  @Test
  void aGroupThatGrewTellsItsNewNumber() throws IOException {
    SendResult result =
        answered(
            400,
            "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: group chat was upgraded to a supergroup chat\","
                + "\"parameters\":{\"migrate_to_chat_id\":-1001234567890}}");

    assertThat(result).isEqualTo(new SendResult.Moved(-1001234567890L));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "502 | <html>502 Bad Gateway</html>",
        "200 | ''",
        "200 | {}",
        "200 | {\"ok\":true}",
        "200 | {\"ok\":true,\"result\":",
        "200 | <html>a hotel's login page</html>",
      })
  void anAnswerThatSaysNothingMeansItMayHaveArrived(int status, String body) throws IOException {
    assertThat(answered(status, body))
        .isInstanceOfSatisfying(
            SendResult.Unknown.class,
            unknown -> assertThat(unknown.mayHaveArrived()).as(unknown.reason()).isTrue());
  }

  @ParameterizedTest
  @CsvSource({"500", "401", "404"})
  void aServerThatSaysItDidNotTakeItMeansItDidNotArrive(int code) throws IOException {
    assertThat(refused(code, "no"))
        .isInstanceOfSatisfying(
            SendResult.Unknown.class,
            unknown -> assertThat(unknown.mayHaveArrived()).as(unknown.reason()).isFalse());
  }

  @ParameterizedTest
  @CsvSource({"408", "503"})
  void noAnswerMakesTheClientSendItAgainByItself(int code) throws IOException {
    answered(code, "", "Retry-After", "0");
  }

  @Test
  void whatNeverLeftDidNotArrive() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    for (String server : List.of("http://127.0.0.1:" + free, "http://nowhere.invalid")) {
      assertThat(send(URI.create(server)))
          .isInstanceOfSatisfying(
              SendResult.Unknown.class,
              unknown -> assertThat(unknown.mayHaveArrived()).as(unknown.reason()).isFalse());
    }
  }

  @Test
  void noOutcomeHoldsTheToken() throws IOException {
    String all =
        List.of(
                refused(401, "Unauthorized"),
                answered(502, "<html>"),
                send(URI.create("http://nowhere.invalid")))
            .toString();

    assertThat(all).doesNotContain("SECRET");
  }
}
