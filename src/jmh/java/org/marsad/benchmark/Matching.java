package org.marsad.benchmark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.runner.RunnerException;

/** The tables of matching: how fast, beside the references, and what adding a watch costs. */
final class Matching {
  private static final List<String> ENGINES =
      List.of("marsad", "folding", "aho-corasick", "multipass", "monitor");

  private static final Set<String> MONITORS = Set.of("multipass", "monitor");

  /** A monitor of more queries takes many minutes to fill. */
  private static final int MOST_FOR_MONITOR = 100_000;

  private static final int ENTITIES = 150;
  private static final double MEGABYTE = 1e6;

  private final List<Integer> sizes;

  Matching(List<Integer> sizes) {
    this.sizes = sizes;
  }

  void run() throws RunnerException {
    Table table =
        new Table(
            System.out,
            "queries",
            "words",
            "engine",
            "items/s",
            "us cpu",
            "ms p50",
            "ms p99",
            "kB/item",
            "MB held",
            "hits/item",
            "x marsad");
    for (int queries : sizes) {
      for (int words : List.of(70, 600)) {
        compare(table, queries, words);
      }
    }
    System.out.println(
        """

        us cpu: microseconds of the processor an item takes, items/s what one core does in them alone;
        p50 and p99 are by the clock, so others on the machine count. x marsad: how many times marsad's
        us cpu. marsad folds the item, tags entities, reads clitics and
        inflections, and tells the places of hits; aho-corasick folds it, looks for words as they
        stand, and tells the places; the monitors are given it folded and only say which queries.
        There is no monitor of more than 100,000 queries: it takes minutes to fill.""");
    shared();
    adding();
  }

  private void compare(Table table, int queries, int words) throws RunnerException {
    double ours = 0;
    for (String engine : ENGINES) {
      if (isMeasured(engine, queries)) {
        Measuring one = match(engine, queries, 0, words);
        double micros = one.noted("cpu micros");
        ours = ours == 0 ? micros : ours;
        row(table, queries, words, engine, one, micros / ours);
      }
    }
  }

  /** Folding does not depend on the queries. */
  private boolean isMeasured(String engine, int queries) {
    return MONITORS.contains(engine)
        ? queries <= MOST_FOR_MONITOR
        : !engine.equals("folding") || queries == sizes.get(0);
  }

  private static void row(
      Table table, int queries, int words, String engine, Measuring one, double ratio) {
    table.row(
        queries,
        words,
        engine,
        Math.round(1e6 / one.noted("cpu micros")),
        one.noted("cpu micros"),
        one.percentileMillis(50),
        one.percentileMillis(99),
        one.bytesPerCall() / 1000,
        one.noted("bytes") / MEGABYTE,
        one.noted("hits"),
        ratio);
  }

  private static Measuring match(String engine, int queries, int chats, int words)
      throws RunnerException {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("engine", engine);
    parameters.put("queries", queries);
    parameters.put("chats", chats);
    parameters.put("words", words);
    return Measuring.of("MatchingBenchmark.match", parameters);
  }

  /** Chats that ask the same share it. */
  private void shared() throws RunnerException {
    Table table =
        new Table(
            System.out,
            "entities",
            "chats each",
            "watches",
            "items/s",
            "us cpu",
            "ms p50",
            "ms p99",
            "kB/item",
            "MB held",
            "hits/item");
    int most = sizes.get(sizes.size() - 1);
    for (int chats : List.of(1, most / ENTITIES)) {
      Measuring one = match("marsad", ENTITIES, chats, 70);
      table.row(
          ENTITIES,
          chats,
          ENTITIES * chats,
          Math.round(1e6 / one.noted("cpu micros")),
          one.noted("cpu micros"),
          one.percentileMillis(50),
          one.percentileMillis(99),
          one.bytesPerCall() / 1000,
          one.noted("bytes") / MEGABYTE,
          one.noted("hits"));
    }
  }

  private void adding() throws RunnerException {
    Table table =
        new Table(
            System.out,
            "queries",
            "add ms p50",
            "add p99",
            "add max",
            "match p50",
            "match p99",
            "match max");
    for (int queries : sizes) {
      Measuring one = Measuring.of("AddingBenchmark.adding", Map.of("queries", queries));
      table.row(
          queries,
          one.percentileMillis("add", 50),
          one.percentileMillis("add", 99),
          one.percentileMillis("add", 100),
          one.percentileMillis("match", 50),
          one.percentileMillis("match", 99),
          one.percentileMillis("match", 100));
    }
    System.out.println(
        "\nOne thread adds watches without a pause, each of which hit the next item (or the run\n"
            + "fails), and removes them; another matches items of 70 words meanwhile.");
  }
}
