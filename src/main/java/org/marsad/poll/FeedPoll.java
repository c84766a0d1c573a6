package org.marsad.poll;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.marsad.alert.Outbox;
import org.marsad.feed.CheckTimes;
import org.marsad.feed.Feed;
import org.marsad.feed.FeedFetcher;
import org.marsad.feed.FeedParser;
import org.marsad.feed.Feeds;
import org.marsad.feed.Fetched;
import org.marsad.feed.Item;
import org.marsad.feed.Items;
import org.marsad.feed.Parsed;
import org.marsad.feed.ParsedFeed;
import org.marsad.feed.Reason;
import org.marsad.watch.WatchMatcher;
import org.marsad.watch.Watches;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls one feed: fetch, parse, and then in one transaction the new items, their hits and the
 * alerts. Thread-safe; one feed is never polled by two threads at once.
 *
 * <p>The network is asked before the transaction, with no connection held. A poll that is cut off
 * anywhere has changed nothing, and the next one finds the same items new.
 */
public final class FeedPoll {
  private static final Logger LOG = LoggerFactory.getLogger(FeedPoll.class);

  private final Stores stores;
  private final Reading reading;
  private final Runnable alertsWait;
  private final PollMeters meters;

  /** What a poll reads and writes. */
  public record Stores(Jdbi jdbi, Feeds feeds, Items items, Watches watches, Outbox outbox) {}

  /** How a feed is read. */
  public record Reading(
      FeedFetcher fetcher,
      FeedParser parser,
      WatchMatcher matcher,
      CheckTimes.Bounds bounds,
      Clock clock) {}

  /**
   * Prepares polling.
   *
   * @param alertsWait called after alerts were committed, to wake their delivery
   */
  public FeedPoll(Stores stores, Reading reading, Runnable alertsWait, MeterRegistry meters) {
    this.stores = stores;
    this.reading = reading;
    this.alertsWait = alertsWait;
    this.meters = new PollMeters(meters);
  }

  /**
   * Polls the feed and stores what came of it. Blocks for the network, at most the fetcher's call
   * timeout.
   */
  public Polled poll(long feedId) {
    Polled polled = stores.feeds().find(feedId).map(this::poll).orElse(Polled.NOT_FOLLOWED);
    meters.polled(polled);
    return polled;
  }

  private Polled poll(Feed feed) {
    Fetched fetched = reading.fetcher().fetch(feed.url(), feed.validators());
    if (fetched instanceof Fetched.Failed failed) {
      return failed(feed, failed);
    }
    if (fetched instanceof Fetched.NotModified unchanged) {
      return unchanged(feed, unchanged);
    }
    Fetched.Body body = (Fetched.Body) fetched;
    Parsed parsed = reading.parser().parse(body.bytes(), body.contentType(), body.finalUrl());
    return parsed instanceof Parsed.Ok ok
        ? read(feed, body, ok.feed())
        : failed(feed, new Fetched.Failed(Reason.NOT_A_FEED, ((Parsed.Failed) parsed).reason()));
  }

  /** The heart of it: the items that were not seen, whom they hit, and who is to be told. */
  private Polled read(Feed feed, Fetched.Body body, ParsedFeed document) {
    Instant now = reading.clock().instant();
    Stored stored =
        stores
            .jdbi()
            .inTransaction(
                handle -> {
                  List<Item> items =
                      stores.items().addNew(handle, stores.feeds(), feed, document, now);
                  Stored told = tell(handle, feed, items, now);
                  String outcome = items.size() + " new of " + document.items().size();
                  stores.feeds().succeeded(handle, feed, body.validators(), outcome, now);
                  return told;
                });
    if (stored.alerts() > 0) {
      alertsWait.run();
    }
    meters.stored(feed, stored);
    recovered(feed);
    return next(feed, stored.outcome(feed), body, document.ttl());
  }

  /**
   * What one transaction stored.
   *
   * @param hits how many watches the items hit, all together
   */
  record Stored(List<Item> items, int hits, int alerts) {
    private Polled outcome(Feed feed) {
      String changed = items.isEmpty() ? "nothing new" : "new items";
      return new Polled(feed.initialised() ? changed : "first read", items.size(), null);
    }
  }

  /**
   * Within the transaction: matches the new items and stores hits and alerts, the oldest first
   * (documents begin with the newest). The first successful poll of a feed alerts nobody.
   */
  private Stored tell(Handle handle, Feed feed, List<Item> items, Instant now) {
    int hits = 0;
    int alerts = 0;
    for (int i = items.size() - 1; i >= 0; i--) {
      Item item = items.get(i);
      WatchMatcher.Matched matched = reading.matcher().match(item, feed);
      stores.items().addMentions(handle, item, matched.entities());
      if (feed.initialised()) {
        stores.watches().addHits(handle, item.id(), matched.hits(), now);
        alerts += stores.outbox().add(handle, item, matched.hits(), now);
        hits += matched.hits().size();
      }
    }
    return new Stored(items, hits, alerts);
  }

  private Polled unchanged(Feed feed, Fetched.NotModified unchanged) {
    stores.feeds().unchanged(feed, reading.clock().instant());
    recovered(feed);
    return next(feed, new Polled("not modified", 0, null), unchanged, null);
  }

  private Polled failed(Feed feed, Fetched.Failed failed) {
    String words = failed.reason().words() + ": " + failed.detail();
    if (feed.failures() == 0) {
      LOG.warn("Source {} ({}) cannot be read: {}", feed.id(), feed.title(), words);
    }
    stores.feeds().failed(feed, words, reading.clock().instant());
    String outcome = failed.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return next(feed, new Polled(outcome, 0, null), failed, null);
  }

  private static void recovered(Feed feed) {
    if (feed.failures() > 0) {
      LOG.info("Source {} ({}) can be read again", feed.id(), feed.title());
    }
  }

  /** The same with the time of the next poll; a feed that is gone for good is polled no more. */
  private Polled next(Feed feed, Polled polled, Fetched fetched, @Nullable Duration ttl) {
    int failures = fetched instanceof Fetched.Failed ? feed.failures() + 1 : 0;
    CheckTimes.Next next =
        CheckTimes.after(
            fetched,
            new CheckTimes.State(failures, ttl),
            reading.clock().instant(),
            reading.bounds());
    if (next.stops()) {
      LOG.warn("Source {} ({}) is not read any more: {}", feed.id(), feed.title(), next.reason());
      stores.feeds().stop(feed);
      return polled;
    }
    stores.feeds().next(feed.id(), next.at());
    return new Polled(polled.outcome(), polled.newItems(), next.at());
  }
}
