package org.marsad.app;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.alert.Deliverer;
import org.marsad.alert.SourceNews;
import org.marsad.alert.Spikes;
import org.marsad.chat.Sourcing;
import org.marsad.feed.CheckTimes;
import org.marsad.feed.FeedFetcher;
import org.marsad.feed.FeedFinder;
import org.marsad.feed.FeedParser;
import org.marsad.feed.FetchLimits;
import org.marsad.poll.FeedPoll;
import org.marsad.poll.FullTexts;
import org.marsad.poll.Subscribing;
import org.marsad.story.Stories;
import org.marsad.watch.WatchMatcher;

/**
 * How news comes in, wired: the polls by their schedule, the pages behind teasers, the hubs of
 * feeds; and what is watched over beside: sources that fail, watches that spike.
 */
final class Polling {
  private static final Duration SPIKES_PAUSE = Duration.ofMinutes(5);
  private static final Duration PAGES_PAUSE = Duration.ofSeconds(1);
  private static final Duration SOURCES_PAUSE = Duration.ofMinutes(1);
  private static final Duration HUBS_PAUSE = Duration.ofSeconds(3);

  private final Parts parts;
  private final FeedFetcher fetcher;
  private final FeedPoll poll;
  private final FullTexts fullTexts;
  private final SourceNews sourceNews;
  private final Spikes spikes;
  private final Schedule schedule;
  private final Runnable alertsWait;

  /** What it is made of. */
  record Parts(
      Config config,
      Database database,
      Tables tables,
      WatchMatcher matcher,
      Metrics metrics,
      FetchLimits limits,
      Clock clock) {}

  /**
   * Wires it; nothing runs yet.
   *
   * @param opened takes what must be closed
   */
  Polling(Parts parts, Opened opened, Deliverer deliverer) {
    this.parts = parts;
    this.alertsWait = deliverer::wake;
    this.fetcher = opened.add(new FeedFetcher(parts.limits()));
    Tables tables = parts.tables();
    CheckTimes.Bounds bounds = parts.config().feeds().bounds();
    FeedPoll.Stores stores = tables.forPolls(new Stories(parts.matcher()::catalogue));
    FeedPoll.Reading reading =
        new FeedPoll.Reading(
            fetcher, new FeedParser(parts.clock()), parts.matcher(), bounds, parts.clock());
    this.poll = new FeedPoll(stores, reading, alertsWait, parts.metrics().registry());
    this.fullTexts = opened.add(new FullTexts(stores, reading, alertsWait));
    this.sourceNews =
        new SourceNews(
            tables.jdbi(), tables.feeds(), tables.outbox(), parts.config().admins(), parts.clock());
    this.spikes = tables.manners().spikes();
    this.schedule =
        opened.add(
            new Schedule(
                parts.database(),
                tables.feeds(),
                poll::poll,
                new Schedule.Rhythm(bounds, parts.clock())));
    schedule.lateness(parts.metrics()::late);
    schedule.minutely(() -> tables.manners().digests().tell(parts.clock().instant()));
    schedule.daily(new Retention(tables, parts.config().keep().items(), parts.clock())::run);
  }

  FeedPoll poll() {
    return poll;
  }

  Schedule schedule() {
    return schedule;
  }

  /** How chats add sources. */
  Sourcing sourcing() {
    return new Sourcing(
        new FeedFinder(fetcher, new FeedParser(parts.clock()), parts.clock()),
        parts.tables().followed(),
        parts.config().feeds().perChat(),
        schedule::begin);
  }

  /** Begins what is done again and again. */
  List<Repeated> chores() {
    List<Repeated> chores = new ArrayList<>();
    chores.add(new Repeated("source news", SOURCES_PAUSE, sourceNews::look));
    chores.add(new Repeated("spikes", SPIKES_PAUSE, this::lookForSpikes));
    chores.add(new Repeated("pages", PAGES_PAUSE, fullTexts::look));
    Subscribing subscribing = subscribing(parts.config().http().publicUrl());
    if (subscribing != null) {
      chores.add(new Repeated("hubs", HUBS_PAUSE, subscribing::look));
    }
    return chores;
  }

  private @Nullable Subscribing subscribing(@Nullable URI publicUrl) {
    return publicUrl == null
        ? null
        : new Subscribing(parts.tables().subscriptions(), fetcher, publicUrl, parts.clock());
  }

  private void lookForSpikes() {
    if (spikes.look(parts.clock().instant()) > 0) {
      alertsWait.run();
    }
  }
}
