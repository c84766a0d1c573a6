package org.marsad.watch;

import java.util.List;

/**
 * An item satisfied a watch.
 *
 * @param watch the watch that was satisfied
 * @param places where, in reading order; empty only for a watch on the item's attributes
 */
public record Hit(Watch watch, List<Place> places) {
  /** Copies the places. */
  public Hit {
    places = List.copyOf(places);
  }
}
