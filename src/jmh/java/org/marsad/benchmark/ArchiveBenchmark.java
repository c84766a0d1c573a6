package org.marsad.benchmark;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.marsad.archive.DryRun;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Dry runs of one query over a week of stored news; a sample is one. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ArchiveBenchmark {
  /** What {@link Stored#fill} filled. */
  @Param("")
  public String folder;

  /** What is asked. */
  @Param("")
  public String query;

  private Stored stored;

  /** Opens the archive and notes how long the very first answer takes. */
  @Setup(Level.Trial)
  public void open() {
    stored = new Stored(Path.of(folder));
    long began = System.nanoTime();
    DryRun first = stored.tryOut(query);
    Held.note("first ms", (System.nanoTime() - began) / 1e6);
    Held.note("hits", first.hits());
  }

  /** Closes it. */
  @TearDown(Level.Trial)
  public void close() {
    stored.close();
  }

  /** A dry run. */
  @Benchmark
  public DryRun tryOut() {
    return stored.tryOut(query);
  }
}
