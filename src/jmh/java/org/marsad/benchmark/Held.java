package org.marsad.benchmark;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/** Carries what a benchmark noted when it was set up into the results. */
public final class Held implements InternalProfiler {
  // JMH gives a profiler no other way to what happens in the measured process.
  private static final Map<String, Double> NOTES = new ConcurrentHashMap<>();

  /** Notes a number under a name. */
  static void note(String name, double value) {
    NOTES.put(name, value);
  }

  /** The heap in use after a collection. */
  static long bytesInUse() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @Override
  public String getDescription() {
    return "numbers noted at set-up";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    // Nothing to begin.
  }

  @Override
  public Collection<ScalarResult> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    return NOTES.entrySet().stream()
        .map(note -> new ScalarResult(note.getKey(), note.getValue(), "", AggregationPolicy.AVG))
        .toList();
  }
}
