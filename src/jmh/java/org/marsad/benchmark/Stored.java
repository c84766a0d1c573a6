package org.marsad.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.marsad.app.Database;
import org.marsad.archive.Archive;
import org.marsad.archive.DryRun;
import org.marsad.feed.CatalogueFeed;
import org.marsad.feed.Feeds;
import org.marsad.feed.Item;
import org.marsad.feed.Items;
import org.marsad.feed.ParsedFeed;
import org.marsad.watch.QueryParser;
import org.marsad.watch.WatchMatcher;

/** A week of news in a folder: an H2 database with its index beside it. */
final class Stored implements AutoCloseable {
  static final int DAYS = 7;
  static final int ITEMS = DAYS * 20_000;

  private static final int READ_AT_ONCE = 500;
  private static final Instant NOW = Instant.parse("2026-03-08T08:00:00Z");

  private final Database database;
  private final Feeds feeds;
  private final Items items;
  private final WatchMatcher matcher = new WatchMatcher(MatchingBenchmark.catalogue());
  private final Archive archive;

  /** Opens what stands in the folder; the index is made whole before this returns. */
  Stored(Path folder) {
    database = Database.open("jdbc:h2:file:" + folder.resolve("marsad"));
    feeds = new Feeds(database.jdbi());
    items = new Items(database.jdbi());
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    archive = new Archive(items, matcher, clock, folder.resolve("archive"));
    archive.follow();
  }

  /** Makes a week of news in an empty folder. */
  static void fill(Path folder) {
    try (Stored empty = new Stored(folder)) {
      empty.fill();
    }
    new Stored(folder).close();
  }

  private void fill() {
    feeds.follow(
        List.of(new CatalogueFeed(URI.create("https://news.example/rss"), "News", "ar", "ly")));
    News news = new News(new Vocabulary(), matcher.catalogue(), 6);
    for (int made = 0; made < ITEMS; made += READ_AT_ONCE) {
      Duration age = Duration.ofDays(DAYS).multipliedBy(ITEMS - made).dividedBy(ITEMS + 1);
      publish(news.items(made, READ_AT_ONCE, 70), NOW.minus(age));
    }
  }

  private void publish(List<Item> published, Instant at) {
    ParsedFeed document = new ParsedFeed("News", "UTF-8", null, "ar", null, published);
    database
        .jdbi()
        .useTransaction(handle -> items.addNew(handle, feeds, feeds.all().get(0), document, at));
  }

  /** Tries a query on the week. */
  DryRun tryOut(String query) {
    QueryParser.Parsed parsed = QueryParser.parse(query, matcher.catalogue());
    return archive.tryOut(
        ((QueryParser.Parsed.Ok) parsed).query(), feeds.all(), Duration.ofDays(DAYS));
  }

  @Override
  public void close() {
    archive.close();
    database.close();
  }

  /** Deletes a folder with all in it. */
  static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(Stored::deleteOne);
    }
  }

  private static void deleteOne(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
