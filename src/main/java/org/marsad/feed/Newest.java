package org.marsad.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The newest of many items, before they are read in full. Pure functions. */
final class Newest {
  private Newest() {}

  /**
   * The places of at most {@link FeedParser#MAX_ITEMS} of them, the newest by their dates, in the
   * order given. One whose date is missing or lies ahead is as new as the one before it: dates must
   * not hide a new item at the head of a long feed.
   */
  static <T> IntStream of(List<T> items, Function<T, ItemDates> dates, Instant now) {
    if (items.size() <= FeedParser.MAX_ITEMS) {
      return IntStream.range(0, items.size());
    }
    List<Instant> newest = new ArrayList<>();
    Instant before = Instant.MAX;
    for (T item : items) {
      Instant stated = dates.apply(item).newest();
      before = stated == null || stated.isAfter(now) ? before : stated;
      newest.add(before);
    }
    return IntStream.range(0, items.size())
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> newest.get(i)).reversed())
        .limit(FeedParser.MAX_ITEMS)
        .mapToInt(Integer::intValue)
        .sorted();
  }
}
