package org.marsad.app;

import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.marsad.alert.Chats;
import org.marsad.alert.Deliverer;
import org.marsad.alert.Digests;
import org.marsad.alert.Habits;
import org.marsad.alert.Mutes;
import org.marsad.alert.Outbox;
import org.marsad.alert.Past;
import org.marsad.alert.Spikes;
import org.marsad.archive.Archive;
import org.marsad.chat.Conversations;
import org.marsad.chat.Desk;
import org.marsad.chat.Feedback;
import org.marsad.chat.Manners;
import org.marsad.chat.Sourcing;
import org.marsad.feed.Feeds;
import org.marsad.feed.FollowedFeeds;
import org.marsad.feed.Items;
import org.marsad.feed.Pages;
import org.marsad.feed.Subscriptions;
import org.marsad.poll.FeedPoll;
import org.marsad.story.Stories;
import org.marsad.telegram.UpdateLog;
import org.marsad.watch.WatchMatcher;
import org.marsad.watch.Watches;

/** All that is kept, each table with its own way in. */
record Tables(
    Jdbi jdbi,
    Chats chats,
    Conversations conversations,
    Watches watches,
    Feeds feeds,
    FollowedFeeds followed,
    Subscriptions subscriptions,
    Items items,
    Pages pages,
    Outbox outbox,
    Past past,
    Feedback feedback,
    Manners manners,
    UpdateLog updates) {

  /** The tables of this database. */
  static Tables of(Jdbi jdbi, Clock clock) {
    return new Tables(
        jdbi,
        new Chats(jdbi),
        new Conversations(jdbi),
        new Watches(jdbi),
        new Feeds(jdbi),
        new FollowedFeeds(jdbi),
        new Subscriptions(jdbi),
        new Items(jdbi),
        new Pages(jdbi),
        new Outbox(jdbi),
        new Past(jdbi),
        new Feedback(jdbi),
        new Manners(
            new Habits(jdbi),
            new Mutes(jdbi),
            new Digests(jdbi, new Outbox(jdbi)),
            new Spikes(jdbi, new Chats(jdbi), new Outbox(jdbi))),
        new UpdateLog(jdbi, clock));
  }

  /** What a conversation reads and changes. */
  Desk desk(WatchMatcher matcher, Archive archive, Sourcing sourcing, Clock clock) {
    return new Desk(
        chats,
        watches,
        feeds,
        archive,
        conversations,
        past,
        feedback,
        manners,
        matcher,
        sourcing,
        clock);
  }

  /** What a poll reads and writes. */
  FeedPoll.Stores forPolls(Stories stories) {
    return new FeedPoll.Stores(
        jdbi, feeds, followed, subscriptions, items, pages, watches, stories, outbox);
  }

  /** What delivery reads and writes. */
  Deliverer.Stores forDelivery(Clock clock) {
    return new Deliverer.Stores(outbox, chats, clock);
  }
}
