package org.marsad.archive;

import java.util.List;
import org.marsad.feed.Feed;
import org.marsad.feed.Item;
import org.marsad.watch.Place;

/**
 * A stored item that satisfies a query.
 *
 * @param feed the source it came from
 * @param places where, in reading order; empty for a query on the item's attributes alone
 */
public record Found(Item item, Feed feed, List<Place> places) {
  /** Copies the places. */
  public Found {
    places = List.copyOf(places);
  }
}
