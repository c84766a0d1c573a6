package org.marsad.poll;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.marsad.alert.Outbox;
import org.marsad.feed.Added;
import org.marsad.feed.Audience;
import org.marsad.feed.CheckTimes;
import org.marsad.feed.Feed;
import org.marsad.feed.FeedFetcher;
import org.marsad.feed.FeedParser;
import org.marsad.feed.FeedState;
import org.marsad.feed.Feeds;
import org.marsad.feed.Fetched;
import org.marsad.feed.FollowedFeeds;
import org.marsad.feed.Items;
import org.marsad.feed.Pages;
import org.marsad.feed.Parsed;
import org.marsad.feed.ParsedFeed;
import org.marsad.feed.Reason;
import org.marsad.feed.Subscriptions;
import org.marsad.story.Stories;
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
  private final Intake intake;

  /** What a poll reads and writes. */
  public record Stores(
      Jdbi jdbi,
      Feeds feeds,
      FollowedFeeds followed,
      Subscriptions subscriptions,
      Items items,
      Pages pages,
      Watches watches,
      Stories stories,
      Outbox outbox) {
    /** Those of a feed's hits whose chats may be told of it, within the caller's transaction. */
    List<Hit> heard(Handle handle, Feed feed, List<Hit> hits) {
      if (hits.isEmpty()) {
        return hits;
      }
      Audience audience = followed.audience(handle, feed.id());
      return hits.stream().filter(hit -> audience.holds(hit.watch().chatId())).toList();
    }
  }

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
    this.intake = new Intake(stores, reading.matcher());
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
        ? stored(feed, body, ok)
        : failed(feed, new Fetched.Failed(Reason.NOT_A_FEED, ((Parsed.Failed) parsed).reason()));
  }

  /** What the database will not take is this feed's fault as any other: told, and backed off. */
  private Polled stored(Feed feed, Fetched.Body body, Parsed.Ok parsed) {
    try {
      return read(feed, body, parsed);
    } catch (JdbiException e) {
      LOG.error("What source {} ({}) published cannot be stored", feed.id(), feed.title(), e);
      return failed(feed, new Fetched.Failed(Reason.NOT_STORED, rootMessage(e)));
    }
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
  }

  /** The heart of it: the items that were not seen, whom they hit, and who is to be told. */
  private Polled read(Feed feed, Fetched.Body body, Parsed.Ok parsed) {
    Instant now = reading.clock().instant();
    boolean told = stores.subscriptions().tells(feed, now);
    Read read =
        stores
            .jdbi()
            .inTransaction(
                handle -> {
                  Intake.Taken taken = intake.take(handle, feed, parsed.feed(), now);
                  stores
                      .subscriptions()
                      .follow(handle, feed, body.hub() == null ? parsed.hub() : body.hub(), now);
                  int newItems = taken.fresh().size();
                  FeedState state = feed.state().read(body, parsed.feed().ttl(), newItems, now);
                  CheckTimes.Next own = CheckTimes.after(body, state, now, reading.bounds());
                  CheckTimes.Next next =
                      told && newItems == 0 ? own.toldByHub(now, reading.bounds()) : own;
                  String outcome = outcome(feed, taken.added(), parsed.feed(), now);
                  stores.feeds().read(handle, feed, new Feeds.Check(state, next, outcome, now));
                  return new Read(taken, next.at());
                });
    committed(feed, read.taken(), now);
    recovered(feed);
    String changed = read.taken().fresh().isEmpty() ? "nothing new" : "new items";
    return new Polled(
        feed.initialised() ? changed : "first read", read.taken().fresh().size(), read.next());
  }

  /** A document that was read, and when the feed is read next. */
  private record Read(Intake.Taken taken, Instant next) {}

  private void committed(Feed feed, Intake.Taken taken, Instant now) {
    if (taken.alerts() > 0) {
      alertsWait.run();
    }
    meters.stored(feed, taken, now);
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
            .filter(feed -> feed.initialised() && !feed.isStopped())
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
    Intake.Taken taken =
        stores
            .jdbi()
            .inTransaction(
                handle -> {
                  Intake.Taken some = intake.take(handle, feed, document, now);
                  if (!some.fresh().isEmpty()) {
                    String outcome = outcome(feed, some.added(), document, now);
                    stores.feeds().pushed(handle, feed, outcome + ", from its hub", now);
                    stores.subscriptions().pushed(handle, feed, now);
                  }
                  return some;
                });
    committed(feed, taken, now);
    return new Polled("told by hub", taken.fresh().size(), null);
  }

  /** What the operator is told of a document that was read. */
  private static String outcome(Feed feed, Added added, ParsedFeed document, Instant now) {
    return added.fresh().size()
        + " new of "
        + document.items().size()
        + (added.edited().isEmpty() ? "" : ", " + added.edited().size() + " edited")
        + (feed.isOutage(now) ? ", after an outage" : "")
        + (added.unsteady().isEmpty() ? "" : "; " + added.unsteady());
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
