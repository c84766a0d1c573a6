package org.marsad.poll;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.marsad.alert.CatchUp;
import org.marsad.alert.Retelling;
import org.marsad.feed.Added;
import org.marsad.feed.Feed;
import org.marsad.feed.Item;
import org.marsad.feed.ParsedFeed;
import org.marsad.story.Stories;
import org.marsad.watch.Hit;
import org.marsad.watch.WatchMatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a document in, within the caller's transaction: its new items, whom they hit, and who is to
 * be told. Thread-safe.
 */
final class Intake {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  private final FeedPoll.Stores stores;
  private final WatchMatcher matcher;
  private final CatchUp catchUp;

  Intake(FeedPoll.Stores stores, WatchMatcher matcher) {
    this.stores = stores;
    this.matcher = matcher;
    this.catchUp = new CatchUp(stores.outbox());
  }

  /**
   * What was taken in.
   *
   * @param hits how many watches the items hit, all together
   * @param alerts how many alerts are to be told of them
   */
  record Taken(Added added, int hits, int alerts) {
    /** The items that are new. */
    List<Item> fresh() {
      return added.fresh();
    }
  }

  /** An item and the watches that it hits and did not hit before. */
  private record Heard(Item item, List<Hit> hits) {}

  /**
   * Stores what is new and who is to be told. A backlog alerts nobody; what an outage held up comes
   * in one message where it is much.
   *
   * <p>No other transaction adds items of this feed until the caller's ends.
   */
  Taken take(Handle handle, Feed feed, ParsedFeed document, Instant now) {
    stores.feeds().lock(handle, feed);
    Added added = stores.items().addNew(handle, stores.feeds(), feed, document, now);
    if (!added.unsteady().isEmpty()) {
      LOG.warn(
          "Items of source {} ({}) are told apart by other means from here on: {}",
          feed.id(),
          feed.title(),
          added.unsteady());
    }
    if (feed.isBacklog(now)) {
      return new Taken(added, 0, 0);
    }
    boolean outage = feed.isOutage(now);
    if (!outage) {
      added.fresh().stream()
          .filter(Item::isTeaser)
          .forEach(item -> stores.pages().add(handle, item, now));
    }
    int hits = 0;
    int alerts = 0;
    for (Heard heard : heard(feed, added)) {
      List<Hit> found = stores.heard(handle, feed, heard.hits());
      stores.watches().addHits(handle, heard.item().id(), found, now);
      List<Stories.Related> related = stores.stories().place(handle, heard.item(), feed, now);
      alerts += stores.outbox().add(handle, heard.item(), found, related, now);
      hits += found.size();
    }
    if (outage) {
      catchUp.gather(handle, feed, added.fresh().stream().map(Item::id).toList(), now);
    }
    for (Added.Edit edit : added.edited()) {
      List<Hit> all = matcher.match(edit.after(), feed).hits();
      alerts += Retelling.of(handle, stores.outbox(), edit.after(), all, now);
    }
    return new Taken(added, hits, alerts);
  }

  /** The edited, then the new, the oldest first (documents begin with the newest). */
  private List<Heard> heard(Feed feed, Added added) {
    List<Heard> heard = new ArrayList<>();
    added.edited().forEach(edit -> heard.add(new Heard(edit.after(), hitsOf(edit, feed))));
    List<Item> fresh = new ArrayList<>(added.fresh());
    Collections.reverse(fresh);
    fresh.forEach(item -> heard.add(new Heard(item, matcher.match(item, feed).hits())));
    return heard;
  }

  /** The watches that an item hits since it was edited: those it hit before were told of it. */
  private List<Hit> hitsOf(Added.Edit edit, Feed feed) {
    Set<Long> before =
        matcher.match(edit.before(), feed).hits().stream()
            .map(hit -> hit.watch().id())
            .collect(Collectors.toSet());
    return matcher.match(edit.after(), feed).hits().stream()
        .filter(hit -> !before.contains(hit.watch().id()))
        .toList();
  }
}
