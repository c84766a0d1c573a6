package org.marsad.poll;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.marsad.alert.Outbox;
import org.marsad.feed.Added;
import org.marsad.feed.CheckTimes;
import org.marsad.feed.Feed;
import org.marsad.feed.FeedFetcher;
import org.marsad.feed.FeedParser;
import org.marsad.feed.FeedState;
import org.marsad.feed.Feeds;
import org.marsad.feed.Fetched;
import org.marsad.feed.Item;
import org.marsad.feed.Items;
import org.marsad.feed.Pages;
import org.marsad.feed.Parsed;
import org.marsad.feed.ParsedFeed;
import org.marsad.feed.Reason;
import org.marsad.feed.Subscriptions;
import org.marsad.watch.Hit;
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
  public record Stores(
      Jdbi jdbi,
      Feeds feeds,
      Subscriptions subscriptions,
      Items items,
      Pages pages,
      Watches watches,
      Outbox outbox) {}

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
    Polled polled =
        stores
            .feeds()
            .find(feedId)
            .filter(feed -> !feed.isStopped())
            .map(this::poll)
            .orElse(Polled.NOT_FOLLOWED);
    meters.polled(polled);
    return polled;
  }

  private Polled poll(Feed feed) {
    Fetched fetched =
        reading.fetcher().fetch(feed.url(), feed.state().echo(reading.clock().instant()));
    if (fetched instanceof Fetched.Failed failed) {
      return failed(feed, failed);
    }
    if (fetched instanceof Fetched.NotModified unchanged) {
      return unchanged(feed, unchanged);
    }
    Fetched.Body body = (Fetched.Body) fetched;
    Parsed parsed =
        reading.parser().parse(body.bytes(), body.contentType(), body.finalUrl(), feed.zone());
    return parsed instanceof Parsed.Ok ok
        ? read(feed, body, ok)
        : failed(feed, new Fetched.Failed(Reason.NOT_A_FEED, ((Parsed.Failed) parsed).reason()));
  }

  /** The heart of it: the items that were not seen, whom they hit, and who is to be told. */
  private Polled read(Feed feed, Fetched.Body body, Parsed.Ok parsed) {
    Instant now = reading.clock().instant();
    ParsedFeed document = parsed.feed();
    boolean told = stores.subscriptions().tells(feed, now);
    Stored stored =
        stores
            .jdbi()
            .inTransaction(
                handle -> {
                  stores.feeds().lock(handle, feed);
                  stores
                      .subscriptions()
                      .follow(handle, feed, body.hub() == null ? parsed.hub() : body.hub(), now);
                  Added added = stores.items().addNew(handle, stores.feeds(), feed, document, now);
                  int newItems = added.fresh().size();
                  FeedState state = feed.state().read(body, document.ttl(), newItems, now);
                  CheckTimes.Next own = CheckTimes.after(body, state, now, reading.bounds());
                  CheckTimes.Next next =
                      told && newItems == 0 ? own.toldByHub(now, reading.bounds()) : own;
                  Stored alerts = tell(handle, feed, added.fresh(), next, now);
                  String outcome = outcome(feed, added, document.items().size(), now);
                  stores.feeds().read(handle, feed, new Feeds.Check(state, next, outcome, now));
                  return alerts;
                });
    committed(feed, stored);
    recovered(feed);
    return stored.polled(feed);
  }

  private void committed(Feed feed, Stored stored) {
    if (stored.alerts() > 0) {
      alertsWait.run();
    }
    meters.stored(feed, stored);
  }

  /**
   * Takes what a feed's hub sent: some of its items, the new ones, as a rule. When the feed is read
   * next, and by what it is asked for, is not touched. An error is thrown, so that the hub sends
   * again.
   *
   * @return empty if the feed is not polled any more, or was never read by ourselves
   */
  public Optional<Polled> pushed(long feedId, byte[] bytes, @Nullable String contentType) {
    Optional<Polled> polled =
        stores
            .feeds()
            .find(feedId)
            .filter(Feed::initialised)
            .map(feed -> pushed(feed, bytes, contentType));
    polled.ifPresent(meters::polled);
    return polled;
  }

  private Polled pushed(Feed feed, byte[] bytes, @Nullable String contentType) {
    Parsed parsed = reading.parser().parse(bytes, contentType, feed.url(), feed.zone());
    if (parsed instanceof Parsed.Failed failed) {
      LOG.warn("The hub of source {} ({}) sent no feed: {}", feed.id(), feed.title(), failed);
      return new Polled("no feed from the hub", 0, null);
    }
    ParsedFeed document = ((Parsed.Ok) parsed).feed();
    Instant now = reading.clock().instant();
    Stored stored =
        stores
            .jdbi()
            .inTransaction(
                handle -> {
                  stores.feeds().lock(handle, feed);
                  Added added = stores.items().addNew(handle, stores.feeds(), feed, document, now);
                  String outcome = outcome(feed, added, document.items().size(), now);
                  if (!added.fresh().isEmpty()) {
                    stores.feeds().pushed(handle, feed, outcome + ", from its hub", now);
                    stores.subscriptions().pushed(handle, feed, now);
                  }
                  return tell(
                      handle, feed, added.fresh(), new CheckTimes.Next(now, "", false), now);
                });
    committed(feed, stored);
    return new Polled("told by hub", stored.items().size(), null);
  }

  /** What the operator is told of a document that was read; what is out of the ordinary, loudly. */
  private static String outcome(Feed feed, Added added, int items, Instant now) {
    if (!added.unsteady().isEmpty()) {
      LOG.warn(
          "Items of source {} ({}) are told apart by other means from here on: {}",
          feed.id(),
          feed.title(),
          added.unsteady());
    }
    return added.fresh().size()
        + " new of "
        + items
        + (added.edited().isEmpty() ? "" : ", " + added.edited().size() + " edited")
        + (feed.state().isOutage(now) ? ", after an outage" : "")
        + (added.unsteady().isEmpty() ? "" : "; " + added.unsteady());
  }

  /**
   * What one transaction stored.
   *
   * @param hits how many watches the items hit, all together
   */
  record Stored(List<Item> items, int hits, int alerts, CheckTimes.Next next) {
    private Polled polled(Feed feed) {
      String changed = items.isEmpty() ? "nothing new" : "new items";
      return new Polled(feed.initialised() ? changed : "first read", items.size(), next.at());
    }
  }

  /**
   * Within the transaction: matches the new items and stores hits and alerts, the oldest first
   * (documents begin with the newest). A backlog alerts nobody.
   */
  private Stored tell(
      Handle handle, Feed feed, List<Item> items, CheckTimes.Next next, Instant now) {
    int hits = 0;
    int alerts = 0;
    for (int i = items.size() - 1; i >= 0 && !feed.isBacklog(now); i--) {
      Item item = items.get(i);
      List<Hit> found = reading.matcher().match(item, feed).hits();
      stores.watches().addHits(handle, item.id(), found, item.seenAt());
      alerts += stores.outbox().add(handle, item, found, item.seenAt());
      hits += found.size();
      if (item.isTeaser()) {
        stores.pages().add(handle, item, now);
      }
    }
    return new Stored(items, hits, alerts, next);
  }

  private Polled unchanged(Feed feed, Fetched.NotModified unchanged) {
    Instant now = reading.clock().instant();
    FeedState state = feed.state().unchanged(unchanged, now);
    CheckTimes.Next own = CheckTimes.after(unchanged, state, now, reading.bounds());
    boolean told = stores.subscriptions().tells(feed, now);
    CheckTimes.Next next = told ? own.toldByHub(now, reading.bounds()) : own;
    stores.feeds().checked(feed, new Feeds.Check(state, next, "not modified", now));
    recovered(feed);
    return new Polled("not modified", 0, next.at());
  }

  private Polled failed(Feed feed, Fetched.Failed failed) {
    String words = failed.reason().words() + ": " + failed.detail();
    FeedState state = feed.state().failed(failed.reason());
    if (feed.failures() == 0 && state.failures() > 0) {
      LOG.warn("Source {} ({}) cannot be read: {}", feed.id(), feed.title(), words);
    }
    String outcome = failed.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    // Waiting for its turn says nothing of the feed: the outcome before it stands.
    String recorded = failed.reason() == Reason.HOST_BUSY ? feed.lastOutcome() : words;
    Instant now = reading.clock().instant();
    CheckTimes.Next next = CheckTimes.after(failed, state, now, reading.bounds());
    stores.feeds().checked(feed, new Feeds.Check(state, next, recorded, now));
    if (next.stops()) {
      LOG.warn("Source {} ({}) is not read any more: {}", feed.id(), feed.title(), next.reason());
    }
    return new Polled(outcome, 0, next.stops() ? null : next.at());
  }

  private static void recovered(Feed feed) {
    if (feed.failures() > 0) {
      LOG.info("Source {} ({}) can be read again", feed.id(), feed.title());
    }
  }
}
