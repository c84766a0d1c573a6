package org.marsad.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the server says to one call.
 *
 * @param status the HTTP status, which the Bot API repeats in {@code error_code}
 * @param body {@code {"ok":true,"result":…}} or {@code {"ok":false,"error_code":…,…}}
 */
public record Answer(int status, JsonNode body) {
  /** A yes. */
  static Answer ok(JsonNode result) {
    ObjectNode body = Shapes.object();
    body.put("ok", true).set("result", result);
    return new Answer(200, body);
  }

  /** How long a 429 asks to wait, in seconds; 0 where it does not. */
  public long retryAfterSeconds() {
    return body.path("parameters").path("retry_after").asLong();
  }

  /** The text of a refusal; empty on success. */
  public String description() {
    return body.path("description").asText("");
  }
}
