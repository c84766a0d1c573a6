package org.marsad.benchmark;

import org.marsad.feed.Item;
import org.marsad.text.Document;

/** Something that finds which queries an item satisfies. */
interface Engine {
  /**
   * How many queries an item satisfies.
   *
   * @param item as a feed gave it
   * @param folded the same, folded beforehand: for engines that cannot fold
   */
  int hits(Item item, Document folded) throws Exception;
}
