package org.marsad.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The lines of a table of words that lies beside the classes; {@code #} begins a comment. */
public final class Lines {
  private Lines() {}

  static List<String> of(String table) {
    return of(Lines.class, table);
  }

  /** The lines of the table beside that class, without blanks at their ends. */
  public static List<String> of(Class<?> beside, String table) {
    try (InputStream in =
        Objects.requireNonNull(beside.getResourceAsStream(table), "no table " + table)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + table, e);
    }
  }
}
