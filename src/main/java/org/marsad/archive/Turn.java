package org.marsad.archive;

import java.util.List;
import org.apache.lucene.search.Query;

/**
 * Which page of results is wanted: counted from an item, so that pages do not shift when new items
 * come.
 *
 * @param id the id of the item at the edge of the page before
 * @param isOlder whether the page has what is older than that item, or what is newer
 */
public record Turn(long id, boolean isOlder) {
  /** The first page: the newest of all. */
  public static final Turn NEWEST = new Turn(Long.MAX_VALUE, true);

  /** The items on that side of the edge. */
  Query items() {
    return isOlder
        ? Fields.ids(0, id - 1)
        : Fields.ids(Math.min(id, Long.MAX_VALUE - 1) + 1, Long.MAX_VALUE);
  }

  /** The way back from the page that was found, which may be empty. */
  Turn back(List<Found> page) {
    long edge = page.isEmpty() ? id + (isOlder ? -1 : 1) : page.get(0).item().id();
    return new Turn(edge, !isOlder);
  }
}
