package org.marsad.poll;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.marsad.alert.Alert;
import org.marsad.alert.Alerts;
import org.marsad.alert.Chat;
import org.marsad.alert.Delivery;
import org.marsad.alert.Outcome;
import org.marsad.app.Database;
import org.marsad.app.TestDatabase;
import org.marsad.entity.Catalogue;
import org.marsad.feed.CatalogueFeed;
import org.marsad.feed.CheckTimes;
import org.marsad.feed.FeedFetcher;
import org.marsad.feed.FeedParser;
import org.marsad.feed.FetchLimits;
import org.marsad.feed.FollowedFeeds;
import org.marsad.feed.HostLimits;
import org.marsad.feed.Item;
import org.marsad.feed.Pages;
import org.marsad.feed.Subscriptions;
import org.marsad.story.Stories;
import org.marsad.watch.Watch;
import org.marsad.watch.WatchMatcher;

/** One feed, one chat that watches, and what polls them, on a real database and HTTP server. */
final class PollBench implements AutoCloseable {
  static final Duration MIN = Duration.ofMinutes(1);

  final Clock clock = Clock.systemUTC();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final AtomicInteger woken = new AtomicInteger();
  final WatchMatcher matcher = new WatchMatcher(Catalogue.read(Path.of("config/entities.yaml")));
  final FeedFetcher fetcher =
      new FeedFetcher(
          FetchLimits.standard("Marsad test")
              .withPrivateAddresses(true)
              .withPerHost(HostLimits.NONE));
  final FeedServer server;
  final Database database;
  final Alerts world;

  /** A test may put another in its place. */
  FeedPoll feedPoll;

  final Subscriptions subscriptions;
  final FollowedFeeds followed;
  final Chat chat;

  PollBench() throws IOException {
    server = new FeedServer();
    database = TestDatabase.open();
    world = new Alerts(database.jdbi());
    followed = new FollowedFeeds(database.jdbi());
    subscriptions = new Subscriptions(database.jdbi());
    world.feeds.follow(List.of(new CatalogueFeed(server.url(), "المرصد", "ar", "ly")));
    feedPoll = feedPoll(matcher);
    chat = world.chat(7, clock.instant());
    Watch watch = world.watch(chat, "نفط", clock.instant());
    matcher.add(watch);
  }

  @Override
  public void close() {
    fetcher.close();
    database.close();
    server.close();
  }

  FeedPoll feedPoll(WatchMatcher which) {
    return new FeedPoll(
        new FeedPoll.Stores(
            database.jdbi(),
            world.feeds,
            followed,
            subscriptions,
            world.items,
            new Pages(database.jdbi()),
            world.watches,
            new Stories(matcher::catalogue),
            world.outbox),
        new FeedPoll.Reading(
            fetcher,
            new FeedParser(clock),
            which,
            new CheckTimes.Bounds(MIN, Duration.ofMinutes(15)),
            clock),
        woken::incrementAndGet,
        meters);
  }

  Polled poll() {
    return feedPoll.poll(world.feed().id());
  }

  List<String> told() {
    List<String> titles = new ArrayList<>();
    List<Delivery> claimed;
    do {
      claimed = world.outbox.claim(100, Duration.ofHours(1), clock.instant());
      claimed.stream()
          .map(Delivery::told)
          .filter(told -> told instanceof Alert)
          .forEach(told -> titles.add(((Alert) told).item().title()));
      world.outbox.write(
          claimed.stream().map(delivery -> Outcome.sent(delivery.id(), "", 1)).toList(),
          clock.instant());
    } while (!claimed.isEmpty());
    return titles;
  }

  List<String> stored() {
    return world.items.since(Instant.EPOCH, Long.MAX_VALUE, 100).stream().map(Item::title).toList();
  }

  void execute(String sql) {
    database.jdbi().useHandle(handle -> handle.execute(sql));
  }
}
