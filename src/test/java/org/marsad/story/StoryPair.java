package org.marsad.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A labelled pair of our own: one report that was told, and a later one. All is invented. */
record StoryPair(String id, String label, Report told, Report fresh, String file) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<StoryPair> all() {
    try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", "stories"))) {
      return files.sorted().flatMap(StoryPair::pairs).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<StoryPair> pairs(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
          .map(line -> read(line, file.getFileName().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static StoryPair read(String line, String file) {
    try {
      JsonNode pair = JSON.readTree(line);
      return new StoryPair(
          pair.path("id").asText(),
          pair.path("label").asText(),
          report(pair.path("a")),
          report(pair.path("b")),
          file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Report report(JsonNode side) {
    return new Report(
        side.path("title").asText(),
        side.path("text").asText(),
        side.path("host").asText(),
        Instant.parse(Objects.requireNonNull(side.path("published").asText())));
  }

  boolean isNews() {
    return !label.equals("copy") && !label.equals("same");
  }

  @Override
  public String toString() {
    return id + " " + label + ": " + told.title() + " / " + fresh.title();
  }
}
