package org.marsad.benchmark;

import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.marsad.feed.FeedParser;
import org.marsad.feed.Parsed;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** All feeds (*.xml) of a folder, one after the other; a sample is the whole folder. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ParsingBenchmark {
  private static final URI BASE = URI.create("https://news.example/feeds/all.xml");

  /** Where the feeds stand. */
  @Param("src/test/resources/feeds")
  public String folder;

  private List<byte[]> feeds;
  private final FeedParser parser = new FeedParser();

  /** Loads the feeds and notes how many bytes they are, and how many of them each can read. */
  @Setup(Level.Trial)
  public void load() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      feeds =
          files
              .filter(file -> file.toString().endsWith(".xml"))
              .sorted()
              .map(ParsingBenchmark::read)
              .toList();
    }
    Held.note("bytes", feeds.stream().mapToLong(feed -> feed.length).sum());
    Held.note("feeds", feeds.size());
    Held.note("read by marsad", feeds.stream().filter(this::isRead).count());
    Held.note("read by rome", feeds.stream().filter(ParsingBenchmark::isReadByRome).count());
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private boolean isRead(byte[] feed) {
    return parser.parse(feed, null, BASE) instanceof Parsed.Ok;
  }

  private static boolean isReadByRome(byte[] feed) {
    try {
      return rome(feed) != null;
    } catch (FeedException | IOException | RuntimeException e) {
      return false; // it throws anything
    }
  }

  private static Object rome(byte[] feed) throws FeedException, IOException {
    SyndFeedInput input = new SyndFeedInput();
    input.setAllowDoctypes(true);
    return input.build(new XmlReader(new ByteArrayInputStream(feed)));
  }

  /** Everything the program reads of a feed. */
  @Benchmark
  public void marsad(Blackhole hole) {
    feeds.forEach(feed -> hole.consume(parser.parse(feed, null, BASE)));
  }

  /** Rome alone, as its documentation says; what it cannot read costs it less. */
  @Benchmark
  public void rome(Blackhole hole) {
    feeds.forEach(feed -> hole.consume(isReadByRome(feed)));
  }
}
