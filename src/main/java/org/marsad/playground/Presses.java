package org.marsad.playground;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Presses that the bot has not answered yet; each may be answered once, while the person's client
 * waits. Called under the world's lock.
 */
final class Presses {
  private static final int MAX_TEXT = 200;
  private static final int MAX_KEPT = 1000;

  /** How long a client waits; the real time is not told, this is at the low end of what is seen. */
  private static final Duration LIFETIME = Duration.ofMinutes(1);

  private final World world;
  private final Map<String, Instant> open = new LinkedHashMap<>();
  private long last = 1_000_000_000_000L;

  Presses(World world) {
    this.world = world;
  }

  /** Begins a press and names it. */
  String begin() {
    String id = Long.toString(++last);
    open.put(id, world.clock.instant().plus(LIFETIME));
    if (open.size() > MAX_KEPT) {
      open.remove(open.keySet().iterator().next());
    }
    return id;
  }

  JsonNode answer(Arguments arguments) {
    String id = arguments.text("callback_query_id");
    String text = arguments.text("text");
    if (MessageText.codePoints(text) > MAX_TEXT) {
      throw Refused.badRequest("MESSAGE_TOO_LONG");
    }
    Instant until = open.remove(id);
    if (until == null || world.clock.instant().isAfter(until)) {
      throw Refused.badRequest(
          "query is too old and response timeout expired or query ID is invalid");
    }
    world.tell(new ChatEvent.PressAnswered(id, text, arguments.flag("show_alert")));
    return Shapes.object().booleanNode(true);
  }
}
