package org.marsad.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;

/** What was found, as the column {@code outbox.hits} keeps it. Pure functions. */
final class FoundJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<List<Alert.Found>> FOUND = new TypeReference<>() {};

  private FoundJson() {}

  static String write(List<Alert.Found> found) {
    try {
      return JSON.writeValueAsString(found);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads it again.
   *
   * @throws UncheckedIOException if it is not what {@link #write} wrote
   */
  static List<Alert.Found> read(String json) {
    try {
      return JSON.readValue(json, FOUND);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
