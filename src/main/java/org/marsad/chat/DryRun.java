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
 * A query tried on the stored items of a week, the newest first, through the same code that alerts
 * come from. Its work is bounded, however much is stored.
 */
final class DryRun {
  static final int WEEK = 7;

  /** Items tried at most: what one core does in about a second. */
  static final int MAX_ITEMS = 10_000;

  /** Characters read at most: items are short, but a feed may publish whole books. */
  private static final long MAX_CHARS = 20_000_000;

  private static final int BATCH = 500;
  private static final int MAX_SAMPLES = 5;
  private static final double HOURS_A_DAY = 24;

  private final Trial trial;
  private final Map<Long, Feed> heard;
  private final Instant now;
  private final List<Sample> samples = new ArrayList<>();
  private Instant oldest;
  private long below = Long.MAX_VALUE;
  private long chars;
  private int tried;
  private int hits;

  /** An item that matched, and where. */
  record Sample(Item item, String outlet, List<Place> places) {}

  private DryRun(Trial trial, Map<Long, Feed> heard, Instant now) {
    this.trial = trial;
    this.heard = heard;
    this.now = now;
    this.oldest = now;
  }

  /** Tries a query for a chat, on the sources it hears. */
  static DryRun of(Desk desk, Talk talk, Query query) {
    Set<Long> dropped = desk.feeds().droppedBy(talk.chat().id());
    Map<Long, Feed> heard =
        desk.feeds().all().stream()
            .filter(feed -> !dropped.contains(feed.id()))
            .collect(Collectors.toMap(Feed::id, feed -> feed));
    DryRun run = new DryRun(desk.matcher().trial(query), heard, talk.now());
    Instant weekAgo = talk.now().minus(Duration.ofDays(WEEK));
    List<Item> batch;
    do {
      batch = desk.items().since(weekAgo, run.below, BATCH);
      batch.forEach(run::add);
    } while (batch.size() == BATCH && !run.limited());
    return run;
  }

  private void add(Item item) {
    below = item.id();
    oldest = item.seenAt();
    chars += item.title().length() + item.text().length();
    tried++;
    Feed feed = heard.get(item.feedId());
    if (feed == null) {
      return;
    }
    Optional<List<Place>> places = trial.on(item, feed);
    hits += places.isPresent() ? 1 : 0;
    if (places.isPresent() && samples.size() < MAX_SAMPLES) {
      samples.add(new Sample(item, feed.title(), places.get()));
    }
  }

  /** How many items matched. */
  int hits() {
    return hits;
  }

  /** How many items were looked at. */
  int tried() {
    return tried;
  }

  /** Whether older items of the week were left out. */
  boolean limited() {
    return tried >= MAX_ITEMS || chars >= MAX_CHARS;
  }

  /** The newest matches. */
  List<Sample> samples() {
    return List.copyOf(samples);
  }

  /** Days the items cover, rounded, at most 7; 0 for some hours. */
  int days() {
    return (int) Math.min(WEEK, Math.round(Duration.between(oldest, now).toHours() / HOURS_A_DAY));
  }

  /** Alerts a day, rounded; 0 for less than one in two days. */
  long perDay() {
    return Math.round(hits / (double) Math.max(1, days()));
  }
}
