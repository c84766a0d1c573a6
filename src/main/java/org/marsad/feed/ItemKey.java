package org.marsad.feed;

import java.util.List;

/** What tells an item from its feed's others. */
public final class ItemKey {
  private ItemKey() {}

  /** By guid, else link, else text. */
  public static String of(Item item) {
    return item.guid().isEmpty() ? byLink(item) : item.guid();
  }

  /** By canonical link, else text. */
  public static String byLink(Item item) {
    return item.link() == null ? item.title() : item.link();
  }

  /** Whether a guid repeats. */
  public static boolean repeatsGuid(List<Item> items) {
    return items.stream().map(Item::guid).distinct().count() < items.size();
  }
}
