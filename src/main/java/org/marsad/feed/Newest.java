package org.marsad.feed;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The newest of many items. */
final class Newest {
  private Newest() {}

  /** At most so many, the newest by their dates, in the order given; the undated are the oldest. */
  static List<Item> of(List<Item> items, int max) {
    if (items.size() <= max) {
      return items;
    }
    Comparator<Integer> newestFirst =
        Comparator.comparing((Integer index) -> date(items.get(index))).reversed();
    Set<Integer> kept =
        new HashSet<>(
            IntStream.range(0, items.size()).boxed().sorted(newestFirst).limit(max).toList());
    return IntStream.range(0, items.size()).filter(kept::contains).mapToObj(items::get).toList();
  }

  private static Instant date(Item item) {
    Instant published = item.publishedAt() == null ? item.updatedAt() : item.publishedAt();
    return published == null ? Instant.MIN : published;
  }
}
