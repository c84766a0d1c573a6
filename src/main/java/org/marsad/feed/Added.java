package org.marsad.feed;

import java.util.List;

/**
 * What reading one document changed in the table of items.
 *
 * @param fresh the items that are new, stored, with their ids, in the document's order
 * @param edited those whose headline was changed since they were stored: what was told of them may
 *     be set right
 * @param unsteady why the feed's items are told apart by something else from here on, in words for
 *     the operator; empty where nothing changed
 */
public record Added(List<Item> fresh, List<Edit> edited, String unsteady) {
  /** An item before and after its headline was changed; its id and when it was read stay. */
  public record Edit(Item before, Item after) {}

  /** Copies the items. */
  public Added {
    fresh = List.copyOf(fresh);
    edited = List.copyOf(edited);
  }
}
