package org.marsad.benchmark;

import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/** The table of parsing: megabytes a second beside plain Rome, by folder. */
final class Parsing {
  private final List<String> folders;

  Parsing(List<String> folders) {
    this.folders = folders;
  }

  void run() throws RunnerException {
    Table table =
        new Table(System.out, "feeds", "MB", "read", "by rome", "MB/s", "rome MB/s", "x rome");
    for (String folder : folders) {
      Measuring ours = Measuring.of("ParsingBenchmark.marsad", Map.of("folder", folder));
      Measuring rome = Measuring.of("ParsingBenchmark.rome", Map.of("folder", folder));
      double megabytes = ours.noted("bytes") / 1e6;
      table.row(
          Math.round(ours.noted("feeds")),
          megabytes,
          Math.round(ours.noted("read by marsad")),
          Math.round(ours.noted("read by rome")),
          megabytes / ours.percentileMillis(50) * 1000,
          megabytes / rome.percentileMillis(50) * 1000,
          rome.percentileMillis(50) / ours.percentileMillis(50));
    }
    System.out.println(
        "\nBy the median of many passes over each folder, in this order: " + folders);
  }
}
