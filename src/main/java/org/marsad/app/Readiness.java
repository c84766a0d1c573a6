package org.marsad.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What must hold for the bot to do its work, by name. Until it is known what that is, the program
 * is starting. Thread-safe.
 */
final class Readiness {
  /** What a condition says of itself when it holds. */
  static final String OK = "ok";

  private volatile Map<String, Supplier<String>> conditions =
      Map.of("start", () -> "not finished yet");

  /** From now on these must hold; each says {@link #OK} or what is missing. */
  void needs(Map<String, Supplier<String>> named) {
    conditions = new LinkedHashMap<>(named);
  }

  /** Each condition and what it says at this moment. */
  Map<String, String> state() {
    Map<String, String> state = new LinkedHashMap<>();
    conditions.forEach((name, says) -> state.put(name, says.get()));
    return state;
  }
}
