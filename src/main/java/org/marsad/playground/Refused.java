package org.marsad.playground;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * What the stand-in server says no to, with the real server's code and text. Thrown anywhere below
 * {@link StandIn#call} and turned into an answer there; it never leaves the room.
 */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;
  private final transient Map<String, Long> parameters;

  Refused(int code, String description, Map<String, Long> parameters) {
    super(description, null, false, false);
    this.code = code;
    this.parameters = Map.copyOf(parameters);
  }

  Refused(int code, String description) {
    this(code, description, Map.of());
  }

  /** A 400, which the server begins with the same two words. */
  static Refused badRequest(String why) {
    return new Refused(400, "Bad Request: " + why);
  }

  /** A 403 likewise. */
  static Refused forbidden(String why) {
    return new Refused(403, "Forbidden: " + why);
  }

  /** A 429. */
  static Refused tooManyRequests(long seconds) {
    return new Refused(
        429, "Too Many Requests: retry after " + seconds, Map.of("retry_after", seconds));
  }

  Answer answer() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("ok", false).put("error_code", code).put("description", getMessage());
    if (!parameters.isEmpty()) {
      ObjectNode told = body.putObject("parameters");
      parameters.forEach(told::put);
    }
    return new Answer(code, body);
  }
}
