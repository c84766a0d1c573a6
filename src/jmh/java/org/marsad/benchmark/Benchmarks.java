package org.marsad.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Runs the benchmarks of one name and prints their tables. */
public final class Benchmarks {
  private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000, 1_000_000);
  private static final String OUR_FEEDS = "src/test/resources/feeds";

  private Benchmarks() {}

  /**
   * Runs them.
   *
   * @param arguments {@code matching}, with the numbers of queries unless all four; or {@code
   *     archive}; or {@code parsing}, with folders of feeds besides the tests' own
   */
  public static void main(String[] arguments) throws IOException, RunnerException {
    List<String> rest = List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
    switch (arguments.length == 0 ? "" : arguments[0]) {
      case "matching" -> new Matching(sizes(rest)).run();
      case "archive" -> new DryRuns().run();
      case "parsing" -> new Parsing(folders(rest)).run();
      default ->
          throw new IllegalArgumentException(
              "say which benchmark: matching, archive or parsing; not " + List.of(arguments));
    }
  }

  private static List<Integer> sizes(List<String> said) {
    return said.isEmpty() ? SIZES : said.stream().map(Integer::valueOf).toList();
  }

  private static List<String> folders(List<String> more) {
    List<String> folders = new ArrayList<>(List.of(OUR_FEEDS));
    folders.addAll(more);
    return folders;
  }
}
