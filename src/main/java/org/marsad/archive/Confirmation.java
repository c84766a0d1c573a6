package org.marsad.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.feed.Feed;
import org.marsad.feed.Item;
import org.marsad.feed.Items;
import org.marsad.watch.Trial;

/**
 * What the matcher says of candidates, one by one in their order, until there are hits enough or
 * the work is bounded. One use.
 */
final class Confirmation {
  /** Candidates looked at, at most. */
  static final int MAX_ITEMS = 5_000;

  /** Characters read, at most: items are short, but a feed may publish books. */
  private static final long MAX_CHARS = 8_000_000;

  /** Items are loaded so many at a time: few at first, for a page of results needs few. */
  private static final int LOADED_FIRST = 20;

  private static final int LOADED_AT_ONCE = 100;

  private final Items items;
  private final Trial trial;
  private final Map<Long, Feed> heard;
  private final List<Found> found = new ArrayList<>();
  private int hits;
  private int tried;
  private long chars;
  private long lastId;
  private Instant reached = Instant.MAX;
  private boolean whole;

  Confirmation(Items items, Trial trial, Collection<Feed> heard) {
    this.items = items;
    this.trial = trial;
    this.heard = heard.stream().collect(Collectors.toMap(Feed::id, Function.identity()));
  }

  /**
   * Confirms.
   *
   * @param kept how many hits are kept, the first ones
   * @param enough after how many hits to stop
   */
  Confirmation of(List<Long> ids, int kept, int enough) {
    int load = LOADED_FIRST;
    for (int from = 0; from < ids.size(); from += load, load = LOADED_AT_ONCE) {
      for (Item item : loaded(ids.subList(from, Math.min(ids.size(), from + load)))) {
        if (hits == enough || tried == MAX_ITEMS || chars > MAX_CHARS) {
          return this;
        }
        look(item, kept);
      }
    }
    whole = true;
    return this;
  }

  /** In the order of their ids here; what was deleted meanwhile is left out. */
  private List<Item> loaded(List<Long> ids) {
    Map<Long, Item> byId =
        items.load(ids).stream().collect(Collectors.toMap(Item::id, Function.identity()));
    return ids.stream().filter(byId::containsKey).map(byId::get).toList();
  }

  private void look(Item item, int kept) {
    tried++;
    chars += item.title().length() + item.text().length();
    lastId = item.id();
    reached = item.seenAt();
    Found one = found(item);
    if (one != null) {
      hits++;
      if (found.size() < kept) {
        found.add(one);
      }
    }
  }

  private @Nullable Found found(Item item) {
    Feed feed = heard.get(item.feedId());
    return feed == null
        ? null
        : trial.on(item, feed).map(places -> new Found(item, feed, places)).orElse(null);
  }

  /** How many satisfy the query. */
  int hits() {
    return hits;
  }

  /** The first of them. */
  List<Found> found() {
    return found;
  }

  /** Whether every candidate was looked at. */
  boolean isWhole() {
    return whole;
  }

  /** The id of the last that was looked at. */
  long lastId() {
    return lastId;
  }

  /** When that one was read. */
  Instant reached() {
    return reached;
  }
}
