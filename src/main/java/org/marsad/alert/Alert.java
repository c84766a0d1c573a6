package org.marsad.alert;

import java.util.List;
import org.marsad.feed.Item;
import org.marsad.watch.Place;

/**
 * One item to be told to one chat.
 *
 * @param id the key in the table {@code outbox}
 * @param chat whom to tell
 * @param item what happened
 * @param outlet the title of its feed
 * @param found what was found in it, one entry a watch, as it was when the item came
 */
public record Alert(long id, Chat chat, Item item, String outlet, List<Found> found)
    implements Told {
  /** Copies what was found. */
  public Alert {
    found = List.copyOf(found);
  }

  /**
   * What one watch found.
   *
   * @param watch its id; 0 in rows that were stored before it was kept
   * @param label what the watch is called
   * @param places where
   */
  public record Found(long watch, String label, List<Place> places) {
    /** Copies the places. */
    public Found {
      places = List.copyOf(places);
    }
  }
}
