package org.marsad.feed;

/**
 * What could tell an item from the others of its feed.
 *
 * @param guid the guid, or empty where none is stated
 * @param link the canonical link, or empty where there is none
 * @param text a hash of headline and text
 */
record Keys(String guid, String link, String text) {

  static Keys of(Item item) {
    return new Keys(ItemKey.guid(item.guid()), ItemKey.link(item.link()), ItemKey.text(item));
  }

  /** The one that decides. */
  String by(Identity identity) {
    return switch (identity) {
      case GUID -> guid.isEmpty() ? by(Identity.LINK) : guid;
      case LINK -> link.isEmpty() ? text : link;
      case TEXT -> text;
    };
  }
}
