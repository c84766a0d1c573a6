package org.marsad.feed;

import java.util.List;

/**
 * An item of a document with its keys.
 *
 * @param item as the document states it
 * @param keys what could tell it from the others
 */
record Keyed(Item item, Keys keys) {
  static List<Keyed> all(List<Item> items) {
    return items.stream().map(item -> new Keyed(item, Keys.of(item))).toList();
  }
}
