package org.marsad.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;

/** What a row of the table {@code outbox} keeps as JSON: what was found, or a message. Pure. */
final class RowJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<List<Alert.Found>> FOUND = new TypeReference<>() {};
  private static final TypeReference<Message> MESSAGE = new TypeReference<>() {};

  private RowJson() {}

  static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads what was found.
   *
   * @throws UncheckedIOException if it is not what {@link #write} wrote
   */
  static List<Alert.Found> found(String json) {
    return read(json, FOUND);
  }

  /**
   * Reads a message.
   *
   * @throws UncheckedIOException if it is not what {@link #write} wrote
   */
  static Message message(String json) {
    return read(json, MESSAGE);
  }

  private static <T> T read(String json, TypeReference<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
