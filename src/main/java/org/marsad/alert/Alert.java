package org.marsad.alert;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.marsad.feed.Item;
import org.marsad.watch.Hit;
import org.marsad.watch.Place;

/**
 * One item to be told to one chat.
 *
 * @param id the key in the table {@code outbox}
 * @param chat whom to tell
 * @param item what happened
 * @param outlet the title of its feed
 * @param found what was found in it, one entry a watch, as it was when the item came
 * @param also the titles of the feeds that reported the same event since, in that order
 */
public record Alert(
    long id, Chat chat, Item item, String outlet, List<Found> found, List<String> also)
    implements Told {
  /** Copies what was found, and the outlets. */
  public Alert {
    found = List.copyOf(found);
    also = List.copyOf(also);
  }

  /** One that no other outlet reported. */
  public Alert(long id, Chat chat, Item item, String outlet, List<Found> found) {
    this(id, chat, item, outlet, found, List.of());
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

    /** What an item's hits are to each chat, by its id. */
    static Map<Long, List<Found>> byChat(List<Hit> hits) {
      return hits.stream()
          .collect(
              Collectors.groupingBy(
                  hit -> hit.watch().chatId(),
                  TreeMap::new,
                  Collectors.mapping(
                      hit -> new Found(hit.watch().id(), hit.watch().label(), hit.places()),
                      Collectors.toList())));
    }
  }
}
