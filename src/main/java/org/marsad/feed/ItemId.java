package org.marsad.feed;

import org.jsoup.nodes.Element;

/**
 * The id an item states: RSS's guid or Atom's id, else what RDF says the item is about, else the
 * Dublin Core identifier. Pure functions.
 */
final class ItemId {
  private ItemId() {}

  /** The id as written, or empty where none is stated. */
  static String of(Fields fields, Origin origin) {
    String stated = fields.raw("guid", "id");
    if (!stated.isEmpty()) {
      return isPath(stated) && !fields.all("id").isEmpty()
          ? absolute(fields.all("id").get(0), stated, origin)
          : stated;
    }
    String about = Names.attribute(fields.element(), "about");
    return about.isEmpty() ? fields.raw("dc:identifier") : about;
  }

  /** Atom's ids are addresses (RFC 4287, 4.2.6); one written as a path is relative to its base. */
  private static boolean isPath(String id) {
    return id.indexOf('/') >= 0 && id.indexOf(':') < 0;
  }

  private static String absolute(Element element, String path, Origin origin) {
    String resolved = origin.resolve(element, path);
    return resolved == null ? path : resolved;
  }
}
