package org.marsad.feed;

import java.util.List;

/**
 * What reading one document changed in the table of items.
 *
 * @param fresh the items that are new, stored, with their ids, in the document's order
 * @param edited those whose headline was changed since they were stored, as they are now, with
 *     their ids: what was told of them may be set right
 * @param unsteady why the feed's items are told apart by something else from here on, in words for
 *     the operator; empty where nothing changed
 */
public record Added(List<Item> fresh, List<Item> edited, String unsteady) {
  /** Copies the items. */
  public Added {
    fresh = List.copyOf(fresh);
    edited = List.copyOf(edited);
  }
}
