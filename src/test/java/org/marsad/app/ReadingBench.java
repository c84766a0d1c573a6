package org.marsad.app;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.marsad.entity.Catalogue;
import org.marsad.feed.CatalogueFeed;
import org.marsad.feed.CheckTimes;
import org.marsad.feed.FeedFetcher;
import org.marsad.feed.FeedParser;
import org.marsad.feed.FetchLimits;
import org.marsad.poll.FeedPoll;
import org.marsad.story.Stories;
import org.marsad.watch.WatchMatcher;

/** The schedule and the polls of the program, as it wires them, without Telegram. */
final class ReadingBench implements AutoCloseable {
  final Tables tables;
  final WatchMatcher matcher = new WatchMatcher(Catalogue.read(Path.of("config/entities.yaml")));
  final Queue<Duration> lateness = new ConcurrentLinkedQueue<>();
  private final Database database;
  private final FeedFetcher fetcher;
  private final Schedule schedule;

  /** On a database of its own that it closes, with these limits to a fetch. */
  ReadingBench(Database database, FetchLimits limits, CheckTimes.Bounds bounds) {
    Clock clock = Clock.systemUTC();
    this.database = database;
    this.tables = Tables.of(database.jdbi(), clock);
    this.fetcher = new FeedFetcher(limits);
    FeedPoll poll =
        new FeedPoll(
            tables.forPolls(new Stories(matcher::catalogue)),
            new FeedPoll.Reading(fetcher, new FeedParser(clock), matcher, bounds, clock),
            () -> {},
            new SimpleMeterRegistry());
    this.schedule =
        new Schedule(database, tables.feeds(), poll::poll, new Schedule.Rhythm(bounds, clock));
    schedule.lateness(lateness::add);
  }

  /** Whether it runs on H2. */
  boolean isH2() {
    return database.isH2();
  }

  /** Follows these feeds and begins to read them. */
  void start(List<URI> feeds) {
    tables
        .feeds()
        .follow(
            feeds.stream()
                .map(url -> new CatalogueFeed(url, "مصدر " + url.getPath(), "ar", "ly"))
                .toList());
    schedule.start();
  }

  @Override
  public void close() {
    schedule.close();
    fetcher.close();
    database.close();
  }
}
