package org.marsad.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.marsad.text.Folding;
import org.marsad.text.Token;

/** The tables of words that lie beside the classes; {@code #} begins a comment. */
final class Tables {
  /** Before a word of a class: it is none of it, though a word of its line or its masculine is. */
  static final String NOT = "-";

  private Tables() {}

  /** The lines of a table, each split at blanks. */
  static List<List<String>> lines(String table) {
    try (InputStream in =
        Objects.requireNonNull(Tables.class.getResourceAsStream(table), "no table " + table)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> List.of(line.strip().split("\\s+")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + table, e);
    }
  }

  /** The words, as texts are folded, of the lines of a table that begin with a name. */
  static Set<String> words(String table, String name) {
    return lines(table).stream()
        .filter(line -> line.get(0).equals(name))
        .flatMap(line -> line.stream().skip(1))
        .map(Tables::folded)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** A word or phrase of a table as texts are folded, its words joined by blanks. */
  static String folded(String word) {
    return Folding.fold(word.replace('_', ' ')).tokens().stream()
        .map(Token::form)
        .collect(Collectors.joining(" "));
  }
}
