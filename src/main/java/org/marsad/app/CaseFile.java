package org.marsad.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * A file of labelled cases, one a line of JSON in UTF-8; blank lines are passed over.
 *
 * @param err where complaints about it go, with file and line
 */
record CaseFile(Path file, PrintStream err) {
  /**
   * Hands out each line.
   *
   * @param judge throws {@link IllegalArgumentException}, saying what is wrong, for a line that is
   *     no case
   * @return whether every line could be read
   */
  boolean each(Consumer<String> judge) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      err.println("cannot read " + file + ": " + e);
      return false;
    }
    boolean good = true;
    for (int i = 0; i < lines.size(); i++) {
      good &= lines.get(i).isBlank() || isCase(lines.get(i), i + 1, judge);
    }
    return good;
  }

  private boolean isCase(String line, int number, Consumer<String> judge) {
    try {
      judge.accept(line);
      return true;
    } catch (IllegalArgumentException e) {
      err.println(file + ":" + number + ": " + e.getMessage());
      return false;
    }
  }
}
