package org.marsad.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.marsad.entity.Catalogue;
import org.marsad.feed.Item;
import org.marsad.text.Document;
import org.marsad.watch.Watch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Watches come and go, one after the other without a pause, while another thread matches items.
 * Each new watch must hit the very next item.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AddingBenchmark {
  /** Distinct queries, watched for all the time. */
  @Param("1000")
  public int queries;

  private static final Document NOT_NEEDED = Document.of("", "");

  private List<Item> items;
  private Ours matching;
  private int next;

  /** Makes items and watches. */
  @Setup(Level.Trial)
  public void prepare() {
    Catalogue catalogue = MatchingBenchmark.catalogue();
    Vocabulary vocabulary = new Vocabulary();
    items = new News(vocabulary, catalogue, 5).items(MatchingBenchmark.ITEMS, 70);
    matching = new Ours(catalogue, new Wishes(vocabulary, catalogue).queries(queries), 1);
  }

  /** The watch that comes and goes. */
  @State(Scope.Thread)
  public static class Coming {
    private long count;
    private String word;
    private Watch watch;

    /** Another word each time. */
    @Setup(Level.Invocation)
    public void think() {
      count++;
      word = "نبأ" + count;
      watch = Ours.watch(Long.MAX_VALUE - count, 7, word + " AND خبرعاجل");
    }

    /** The next item has it. */
    @TearDown(Level.Invocation)
    public void prove(AddingBenchmark bench) {
      Item item = News.item(0, "خبرعاجل", word);
      if (bench.matching.hits(item, NOT_NEEDED) != 1) {
        throw new IllegalStateException("a new watch missed the next item: " + word);
      }
      bench.matching.matcher().remove(watch.id());
    }
  }

  /** One more watch. */
  @Benchmark
  @Group("adding")
  public void add(Coming coming) {
    matching.matcher().add(coming.watch);
  }

  /** The next item, meanwhile. */
  @Benchmark
  @Group("adding")
  public int match() {
    next = (next + 1) % MatchingBenchmark.ITEMS;
    return matching.hits(items.get(next), NOT_NEEDED);
  }
}
