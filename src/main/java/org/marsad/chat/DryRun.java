package org.marsad.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.marsad.feed.Feed;
import org.marsad.feed.Item;
import org.marsad.watch.Place;
import org.marsad.watch.Query;
import org.marsad.watch.Trial;

/**
 * A query tried on the stored items of a week, through the same code that alerts come from.
 *
 * @param hits how many items matched, of the sources the chat hears
 * @param tried how many were tried
 * @param days whole days the tried items cover, at most 7; 0 for some hours
 * @param limited whether there were more items than are tried at once
 * @param samples the newest matches
 */
record DryRun(int hits, int tried, int days, boolean limited, List<Sample> samples) {
  static final int WEEK = 7;

  /** Items tried at once: what one core does in about a second. */
  static final int MAX_ITEMS = 10_000;

  private static final int SAMPLES = 5;
  private static final double HOURS_A_DAY = 24;

  /** Copies the samples. */
  DryRun {
    samples = List.copyOf(samples);
  }

  /** An item that matched, and where. */
  record Sample(Item item, String outlet, List<Place> places) {}

  /** Tries a query for a chat. */
  static DryRun of(Desk desk, Talk talk, Query query) {
    Instant weekAgo = talk.now().minus(Duration.ofDays(WEEK));
    List<Item> items = desk.items().since(weekAgo, MAX_ITEMS);
    Set<Long> dropped = desk.feeds().droppedBy(talk.chat().id());
    Map<Long, Feed> heard =
        desk.feeds().all().stream()
            .filter(feed -> !dropped.contains(feed.id()))
            .collect(Collectors.toMap(Feed::id, feed -> feed));
    Trial trial = desk.matcher().trial(query);
    List<Sample> samples = new ArrayList<>();
    int hits = 0;
    for (Item item : items) {
      Feed feed = heard.get(item.feedId());
      if (feed == null) {
        continue;
      }
      Optional<List<Place>> places = trial.on(item, feed);
      hits += places.isPresent() ? 1 : 0;
      if (places.isPresent() && samples.size() < SAMPLES) {
        samples.add(new Sample(item, feed.title(), places.get()));
      }
    }
    Instant oldest = items.isEmpty() ? talk.now() : items.get(items.size() - 1).seenAt();
    boolean limited = items.size() == MAX_ITEMS;
    return new DryRun(hits, items.size(), days(oldest, talk.now()), limited, samples);
  }

  private static int days(Instant oldest, Instant now) {
    return (int) Math.min(WEEK, Math.round(Duration.between(oldest, now).toHours() / HOURS_A_DAY));
  }

  /** Alerts a day, rounded; 0 for less than one in two days. */
  long perDay() {
    return Math.round(hits / (double) Math.max(1, days));
  }
}
