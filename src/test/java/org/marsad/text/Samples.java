package org.marsad.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Samples in files beside the tests, one a line, parts between bars; {@code #} begins a comment.
 */
final class Samples {
  private Samples() {}

  static List<String[]> read(String file) {
    try (InputStream in = Samples.class.getResourceAsStream("/text/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\\|", -1))
          .map(parts -> Arrays.stream(parts).map(String::strip).toArray(String[]::new))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /** Reads code points in hexadecimal behind {@code \\u}, and {@code \\n}. */
  static String unescape(String text) {
    StringBuilder read = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && text.charAt(i + 1) == 'u') {
        read.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
        i += 5;
      } else if (c == '\\' && text.charAt(i + 1) == 'n') {
        read.append('\n');
        i++;
      } else {
        read.append(c);
      }
    }
    return read.toString();
  }
}
