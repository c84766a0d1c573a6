package org.marsad.playground;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a call carries, by name. Objects and lists are JSON texts, as the server sees them whichever
 * way they came.
 *
 * @param values the texts
 * @param files the files that came along, by argument
 */
public record Arguments(Map<String, String> values, Map<String, Upload> files) {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern INTEGER = Pattern.compile("\\s*([+-]?[0-9]{1,18})");

  /** Copies both. */
  public Arguments {
    values = Map.copyOf(values);
    files = Map.copyOf(files);
  }

  /** Arguments without files. */
  public static Arguments of(Map<String, String> values) {
    return new Arguments(values, Map.of());
  }

  /** A text; empty if it is missing. */
  String text(String name) {
    return values.getOrDefault(name, "");
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** A number as the server reads it: leading digits count, anything else is 0. */
  long integer(String name) {
    Matcher matcher = INTEGER.matcher(text(name));
    return matcher.lookingAt() ? Long.parseLong(matcher.group(1)) : 0;
  }

  /** A number clamped into its limits. */
  int integer(String name, int without, int min, int max) {
    return has(name) ? (int) Math.max(min, Math.min(max, integer(name))) : without;
  }

  /** A truth value as the server reads it. */
  boolean flag(String name) {
    String value = text(name).toLowerCase(Locale.ROOT);
    return value.equals("true") || value.equals("yes") || value.equals("1");
  }

  /**
   * A JSON value; empty if the argument is missing.
   *
   * @param what how the server names it when it cannot be read
   */
  Optional<JsonNode> json(String name, String what) {
    if (text(name).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        parse(text(name))
            .orElseThrow(() -> Refused.badRequest("can't parse " + what + " JSON object")));
  }

  /** Reads JSON; empty if it is none. */
  static Optional<JsonNode> parse(String json) {
    try {
      return Optional.ofNullable(JSON.readTree(json)).filter(node -> !node.isMissingNode());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
