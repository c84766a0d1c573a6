package org.marsad.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the stand-in server is over HTTP. */
class StandInServerTest {
  private static final long LAYLA = 5001;

  private final StandInServer server = StandInServer.start(0);
  private final StandIn telegram = server.standIn();
  private final ApiCaller bot = new ApiCaller(server.base(), StandInServer.TOKEN);

  @BeforeEach
  void laylaWrites() {
    telegram.crowd().person(LAYLA, "ليلى", "ar");
    telegram.crowd().say(LAYLA, LAYLA, "/start");
  }

  @AfterEach
  void close() {
    server.close();
  }

  private static JsonNode body(HttpResponse<String> response) throws IOException {
    return new ObjectMapper().readTree(response.body());
  }

  @Test
  void everyWayOfCallingIsUnderstood() throws Exception {
    Map<String, String> call = Map.of("chat_id", "5001", "text", "خبر & <نص> + 100%");

    assertThat(body(bot.json("sendMessage", call)).path("ok").asBoolean()).isTrue();
    assertThat(body(bot.form("SENDMESSAGE", call)).path("ok").asBoolean()).isTrue();
    assertThat(body(bot.multipart("sendmessage", call)).path("ok").asBoolean()).isTrue();
    assertThat(body(bot.get("sendMessage", call)).path("ok").asBoolean()).isTrue();

    assertThat(telegram.transcript().fromBot(LAYLA))
        .hasSize(4)
        .allSatisfy(message -> assertThat(message.text()).isEqualTo("خبر & <نص> + 100%"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "100200300:STAND-IN-no-secret | nothing | 404 | Not Found: method not found",
        "100200300                     | getMe   | 401 | Unauthorized: invalid token specified",
        "0123:abc                      | getMe   | 401 | Unauthorized: invalid token specified",
        "100200300:other               | getMe   | 401 | Unauthorized",
      })
  void pathTokenAndMethodComeFirst(String token, String method, int status, String says)
      throws Exception {
    HttpResponse<String> response = new ApiCaller(server.base(), token).json(method, Map.of());
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(body(response).path("error_code").asInt()).isEqualTo(status);
    assertThat(body(response).path("description").asText()).isEqualTo(says);
  }

  @Test
  void textsMustBeUtf8() throws Exception {
    byte[] cp1256 = {'t', 'e', 'x', 't', '=', (byte) 0xc7};
    HttpResponse<String> form = bot.raw("sendMessage", "application/x-www-form-urlencoded", cp1256);
    HttpResponse<String> half =
        bot.raw(
            "sendMessage",
            "application/json",
            "{\"chat_id\":5001,\"text\":\"\\ud83d\"}".getBytes(StandardCharsets.US_ASCII));

    assertThat(body(form).path("description").asText())
        .isEqualTo("Bad Request: strings must be encoded in UTF-8");
    assertThat(body(half).path("description").asText())
        .isEqualTo("Bad Request: strings must be encoded in UTF-8");
  }

  @Test
  void aWaitIsToldInTheBodyAndInTheHeader() throws Exception {
    telegram
        .faults()
        .next("sendMessage", new Fault(Fault.Kind.TOO_MANY_REQUESTS, Duration.ofSeconds(7)), 1);
    HttpResponse<String> response =
        bot.json("sendMessage", Map.of("chat_id", LAYLA, "text", "خبر"));

    assertThat(response.statusCode()).isEqualTo(429);
    assertThat(response.headers().firstValue("Retry-After")).hasValue("7");
    assertThat(body(response).path("description").asText())
        .isEqualTo("Too Many Requests: retry after 7");
    assertThat(body(response).path("parameters").path("retry_after").asInt()).isEqualTo(7);
  }

  @Test
  void aDroppedRequestIsLoggedAndDoneOrNotAsAsked() {
    Map<String, ?> call = Map.of("chat_id", LAYLA, "text", "خبر");

    telegram.faults().next("sendMessage", Fault.of(Fault.Kind.DROP_BEFORE), 1);
    assertThatThrownBy(() -> bot.json("sendMessage", call)).isInstanceOf(IOException.class);
    assertThat(telegram.transcript().fromBot(LAYLA)).isEmpty();

    telegram.faults().next("sendMessage", Fault.of(Fault.Kind.DROP_AFTER), 1);
    assertThatThrownBy(() -> bot.json("sendMessage", call)).isInstanceOf(IOException.class);
    assertThat(telegram.transcript().fromBot(LAYLA)).hasSize(1);

    assertThat(telegram.requests().of("sendMessage")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "BAD_GATEWAY, 502",
    "EMPTY_BODY, 200",
    "FORBIDDEN, 403",
    "CONFLICT, 409",
    "UNAUTHORIZED, 401",
    "SLOW, 200"
  })
  void otherFaultsLookAsTheyDoOnTheWire(Fault.Kind kind, int status) throws Exception {
    telegram.faults().always("getMe", new Fault(kind, Duration.ofMillis(50)));
    HttpResponse<String> response = bot.json("getMe", Map.of());
    assertThat(response.statusCode()).isEqualTo(status);

    telegram.faults().clear();
    assertThat(bot.result("getMe", Map.of()).path("is_bot").asBoolean()).isTrue();
  }

  @Test
  void theOlderOfTwoPollsIsToldOfTheConflict() throws Exception {
    JsonNode start = bot.result("getUpdates", Map.of());
    int offset = start.get(0).path("update_id").asInt() + 1;
    CompletableFuture<HttpResponse<String>> older = poll(offset);
    awaitHeld();
    CompletableFuture<HttpResponse<String>> newer = poll(offset);

    HttpResponse<String> conflict = older.get(10, TimeUnit.SECONDS);
    assertThat(conflict.statusCode()).isEqualTo(409);
    assertThat(body(conflict).path("description").asText())
        .isEqualTo(
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");

    telegram.crowd().say(LAYLA, LAYLA, "قائمتي");
    JsonNode told = body(newer.get(10, TimeUnit.SECONDS)).path("result");
    assertThat(told.get(0).path("message").path("text").asText()).isEqualTo("قائمتي");
  }

  private CompletableFuture<HttpResponse<String>> poll(int offset) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return bot.json("getUpdates", Map.of("offset", offset, "timeout", 20));
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /** A request that came is not yet a poll that waits. */
  private void awaitHeld() {
    await().atMost(Duration.ofSeconds(10)).until(() -> telegram.updates().held() != null);
  }

  @Test
  void stoppingEndsAPollAtOnce() throws Exception {
    JsonNode start = bot.result("getUpdates", Map.of());
    CompletableFuture<HttpResponse<String>> poll = poll(start.get(0).path("update_id").asInt() + 1);
    awaitHeld();

    long before = System.nanoTime();
    server.close();
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    await().atMost(Duration.ofSeconds(5)).until(poll::isDone);
  }
}
