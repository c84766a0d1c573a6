package org.marsad.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/** The table of dry runs over a week of 20,000 items a day. */
final class DryRuns {
  /** Common words, and a phrase that stands in one item. */
  private static Map<String, String> queries() {
    Vocabulary vocabulary = new Vocabulary();
    Map<String, String> queries = new LinkedHashMap<>();
    queries.put("entity", "entity:" + MatchingBenchmark.catalogue().all().get(0).id());
    queries.put("keyword", vocabulary.word(60));
    queries.put(
        "any of three",
        vocabulary.word(70) + " OR " + vocabulary.word(80) + " OR " + vocabulary.word(90));
    queries.put("not", vocabulary.word(60) + " -" + vocabulary.word(65));
    queries.put("near", "NEAR/5(" + vocabulary.word(60) + ", " + vocabulary.word(65) + ")");
    queries.put("prefix", vocabulary.word(60).substring(0, 4) + "*");
    queries.put("rare word", vocabulary.word(200_000));
    queries.put("phrase", '"' + vocabulary.word(60) + " " + vocabulary.word(61) + '"');
    return queries;
  }

  void run() throws IOException, RunnerException {
    Path folder = Files.createTempDirectory("marsad-benchmark");
    try {
      long began = System.nanoTime();
      Stored.fill(folder);
      double seconds = (System.nanoTime() - began) / 1e9;
      Table table = new Table(System.out, "query", "hits", "ms first", "ms p50", "ms p99");
      for (Map.Entry<String, String> query : queries().entrySet()) {
        Measuring one =
            Measuring.of(
                "ArchiveBenchmark.tryOut",
                Map.of("folder", folder.toString(), "query", query.getValue()));
        table.row(
            query.getKey(),
            Math.round(one.noted("hits")),
            one.noted("first ms"),
            one.percentileMillis(50),
            one.percentileMillis(99));
      }
      System.out.println(
          "\nOver "
              + Stored.ITEMS
              + " items of 70 words, stored and indexed in "
              + Math.round(seconds)
              + " s. First: the first answer of a process just started.");
    } finally {
      Stored.delete(folder);
    }
  }
}
