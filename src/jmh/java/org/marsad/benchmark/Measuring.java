package org.marsad.benchmark;

import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs one benchmark in a process of its own, without JMH's own report. */
final class Measuring {
  private static final double MICROS_IN_A_MILLI = 1_000;

  private final RunResult result;

  private Measuring(RunResult result) {
    this.result = result;
  }

  /** What {@code benchmark} gives with these parameters; it is the only one of that name. */
  static Measuring of(String benchmark, Map<String, ?> parameters) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("\\." + benchmark + "$")
            .forks(1)
            .jvmArgs("-Xmx6g", "-Xms1g", "-XX:+UseParallelGC")
            .warmupIterations(2)
            .warmupTime(TimeValue.seconds(2))
            .measurementIterations(2)
            .measurementTime(TimeValue.seconds(2))
            .addProfiler(GCProfiler.class)
            .addProfiler(Held.class)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    parameters.forEach((name, value) -> options.param(name, value.toString()));
    return new Measuring(new Runner(options.build()).runSingle());
  }

  double percentileMillis(double percent) {
    return millis(result.getPrimaryResult(), percent);
  }

  /** The same of one method of a group. */
  double percentileMillis(String method, double percent) {
    return millis(result.getSecondaryResults().get(method), percent);
  }

  private static double millis(Result<?> samples, double percent) {
    return samples.getStatistics().getPercentile(percent) / MICROS_IN_A_MILLI;
  }

  /** A number of a profiler, or noted at set-up. */
  double noted(String name) {
    return result.getSecondaryResults().get(name).getScore();
  }

  double bytesPerCall() {
    return noted("gc.alloc.rate.norm");
  }
}
