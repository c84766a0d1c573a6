package org.marsad.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.marsad.text.Document;

/** A line of {@code src/test/resources/entities}: whether an item names an entity. */
record CatalogueCase(
    String id, String entity, String title, String text, boolean match, String why) {
  private static final Path FOLDER = Path.of("src", "test", "resources", "entities");

  /** All cases of all files. */
  static List<CatalogueCase> all() {
    ObjectMapper json = new ObjectMapper();
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().flatMap(CatalogueCase::lines).map(line -> read(json, line)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CatalogueCase read(ObjectMapper json, String line) {
    try {
      JsonNode node = json.readTree(line);
      return new CatalogueCase(
          node.required("id").asText(),
          node.required("rule").required("entity").asText(),
          node.required("title").asText(),
          node.required("text").asText(),
          node.required("match").asBoolean(),
          node.required("why").asText());
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }

  Document document() {
    return Document.of(title, text);
  }

  @Override
  public String toString() {
    return id + ": " + title + " (" + why + ")";
  }
}
