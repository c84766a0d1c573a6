package org.marsad.playground;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What the newsroom has to publish, from {@code news.tsv}: feed, title and text a line.
 *
 * @param drafts in the order they are published; never empty
 */
record NewsStock(List<Draft> drafts) {
  /** An item not published yet. */
  record Draft(NewsFeed feed, String title, String text) {}

  /** Copies the list. */
  NewsStock {
    drafts = List.copyOf(drafts);
    if (drafts.isEmpty()) {
      throw new IllegalArgumentException("A newsroom needs at least one item");
    }
  }

  /** Reads the sample news that come with the program. */
  static NewsStock sample() {
    try (InputStream file =
            Objects.requireNonNull(NewsStock.class.getResourceAsStream("/playground/news.tsv"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return new NewsStock(
          lines.lines().filter(line -> !line.startsWith("#")).map(NewsStock::draft).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Draft draft(String line) {
    String[] fields = line.split("\t", -1);
    return new Draft(NewsFeed.of(fields[0]).orElseThrow(), fields[1], fields[2]);
  }

  /** The next one to publish, going round. */
  Draft at(long turn) {
    return drafts.get((int) (turn % drafts.size()));
  }
}
