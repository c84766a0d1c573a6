package org.marsad.playground;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.marsad.SteppedClock;

/** A stand-in without HTTP, one person who wrote to the bot, and short ways to call and judge. */
final class Bench {
  static final long LAYLA = 5001;
  static final long OMAR = 5002;

  final SteppedClock clock = new SteppedClock(Instant.parse("2026-03-01T10:00:00.250Z"));
  final StandIn telegram = new StandIn(StandInServer.TOKEN, clock);
  final Crowd crowd = telegram.crowd();

  private int questions;

  Bench() {
    crowd.person(LAYLA, "ليلى", "ar");
    crowd.person(OMAR, "Omar", "en");
    crowd.say(LAYLA, LAYLA, "/start");
  }

  Answer call(String method, Object... namesAndValues) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], String.valueOf(namesAndValues[i + 1]));
    }
    return telegram.call(StandInServer.TOKEN, method, Arguments.of(values));
  }

  /** The result of a call that must work. */
  JsonNode done(String method, Object... namesAndValues) {
    Answer answer = call(method, namesAndValues);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body().path("result");
  }

  /** A call that must be refused so. */
  void refused(String description, String method, Object... namesAndValues) {
    Answer answer = call(method, namesAndValues);
    assertThat(answer.description()).isEqualTo(description);
    int code =
        description.startsWith("Forbidden")
            ? 403
            : description.startsWith("Conflict") ? 409 : description.startsWith("Too") ? 429 : 400;
    assertThat(answer.status()).isEqualTo(code);
    assertThat(answer.body().path("error_code").asInt()).isEqualTo(code);
    assertThat(answer.body().path("ok").asBoolean()).isFalse();
  }

  JsonNode send(long chat, String html) {
    return done("sendMessage", "chat_id", chat, "text", html, "parse_mode", "HTML");
  }

  /**
   * The updates of one kind that wait now; none is confirmed. A question with the same offset
   * within half a second is answered with one update only, so each asks with another, low one.
   */
  List<JsonNode> updates(String kind) {
    JsonNode all = done("getUpdates", "offset", ++questions);
    return StreamSupport.stream(all.spliterator(), false)
        .filter(update -> update.has(kind))
        .map(update -> update.path(kind))
        .toList();
  }

  static String json(Object value) throws Exception {
    return new ObjectMapper().writeValueAsString(value);
  }
}
