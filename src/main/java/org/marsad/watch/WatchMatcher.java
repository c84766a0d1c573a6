package org.marsad.watch;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.marsad.entity.Catalogue;
import org.marsad.feed.Feed;
import org.marsad.feed.Item;

/**
 * Finds which watches an item satisfies. A cache: the database is the truth, and {@link #reload}
 * fills it from there. Any number of threads may match while watches come and go; matching never
 * waits.
 */
public final class WatchMatcher {
  private volatile Catalogue catalogue;

  /** Knows these entities and no watches yet. */
  public WatchMatcher(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The catalogue in use. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** Takes another catalogue into use; watches stay. */
  public void use(Catalogue newer) {
    this.catalogue = newer;
  }

  /**
   * Makes these all the watches there are.
   *
   * @return the ids of those whose query does not parse (a damaged row): told by the caller, loudly
   */
  public List<Long> reload(Collection<Watch> watches) {
    return List.of();
  }

  /** A watch was committed; it counts from the next item on. */
  public void add(Watch watch) {}

  /** A watch was removed. */
  public void remove(long watchId) {}

  /** A chat was forgotten, with all its watches. */
  public void removeChat(long chatId) {}

  /**
   * What an item has.
   *
   * @param entities the ids of the entities it mentions
   * @param hits the watches it satisfies
   */
  public record Matched(Set<String> entities, List<Hit> hits) {
    /** Copies both. */
    public Matched {
      entities = Set.copyOf(entities);
      hits = List.copyOf(hits);
    }
  }

  /** Matches an item of a feed against every watch. */
  public Matched match(Item item, Feed feed) {
    return new Matched(Set.of(), List.of());
  }

  /** Tries a query on one item, through the same code: its places, or empty if it is no hit. */
  public Optional<List<Place>> tryOn(Query query, Item item, Feed feed) {
    return Optional.empty();
  }
}
