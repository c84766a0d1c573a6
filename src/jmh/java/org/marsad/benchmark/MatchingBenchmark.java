package org.marsad.benchmark;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.marsad.entity.Catalogue;
import org.marsad.feed.Item;
import org.marsad.text.Document;
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

/** One item after the other against many watches; a sample is one item. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MatchingBenchmark {
  static final int ITEMS = 1_000;

  private static final long WARM_UP_NANOS = 5_000_000_000L;

  /**
   * What matches: {@code marsad}, {@code aho-corasick}, {@code monitor} or {@code multipass}; or
   * {@code folding}, which is a part of the first two and finds nothing.
   */
  @Param("marsad")
  public String engine;

  /** Distinct queries. */
  @Param("1000")
  public int queries;

  /** Chats that watch for the same entities; 0 for queries of all kinds, of one chat each. */
  @Param("0")
  public int chats;

  /** Words of an item. */
  @Param("70")
  public int words;

  private List<Item> items;
  private List<Document> folded;
  private Engine matching;
  private int next;
  private long matched;
  private long began;

  static Catalogue catalogue() {
    return Catalogue.read(Path.of("config/entities.yaml"));
  }

  /** Makes items and watches, and weighs what the engine holds. */
  @Setup(Level.Trial)
  public void prepare() throws Exception {
    Catalogue catalogue = catalogue();
    Vocabulary vocabulary = new Vocabulary();
    items = new News(vocabulary, catalogue, 5).items(ITEMS, words);
    folded = items.stream().map(item -> Document.of(item.title(), item.text())).toList();
    long before = Held.bytesInUse();
    Wishes wishes = new Wishes(vocabulary, catalogue);
    Set<String> asked = chats == 0 ? wishes.queries(queries) : wishes.entities(queries);
    matching = engine(catalogue, asked);
    asked = Set.of();
    Held.note("bytes", Held.bytesInUse() - before);
    warmUp();
  }

  private long allHits() throws Exception {
    long hits = 0;
    for (int i = 0; i < ITEMS; i++) {
      hits += matching.hits(items.get(i), folded.get(i));
    }
    return hits;
  }

  /** For a time of the processor, not of the clock: a busy machine must not leave it cold. */
  private void warmUp() throws Exception {
    long end = processorNanos() + WARM_UP_NANOS;
    do {
      Held.note("hits", allHits() * 1.0 / ITEMS);
    } while (processorNanos() < end);
  }

  private static long processorNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private Engine engine(Catalogue catalogue, Set<String> asked) throws Exception {
    return switch (engine) {
      case "marsad" -> new Ours(catalogue, asked, Math.max(1, chats));
      case "aho-corasick" -> new AhoCorasick(catalogue, asked);
      case "folding" ->
          (item, unused) ->
              Document.of(item.title(), item.text()).title().tokens().isEmpty() ? 1 : 0;
      case "monitor" -> new LuceneMonitor(catalogue, asked, new TermFilteredPresearcher());
      case "multipass" ->
          new LuceneMonitor(catalogue, asked, new MultipassTermFilteredPresearcher(2));
      default -> throw new IllegalArgumentException(engine);
    };
  }

  /** Begins to count. */
  @Setup(Level.Iteration)
  public void begin() {
    matched = 0;
    began = processorNanos();
  }

  /** Notes what an item took of the processor: others that run on the machine do not count. */
  @TearDown(Level.Iteration)
  public void end() {
    Held.note("cpu micros", (processorNanos() - began) / 1e3 / matched);
  }

  /** The next item. */
  @Benchmark
  public int match() throws Exception {
    matched++;
    next = (next + 1) % ITEMS;
    return matching.hits(items.get(next), folded.get(next));
  }
}
