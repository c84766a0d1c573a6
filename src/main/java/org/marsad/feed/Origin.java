package org.marsad.feed;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where and when a document was read.
 *
 * @param url where it came from; relative where nobody knows
 * @param zone that of its dates which name none
 * @param readAt when it was read
 */
record Origin(URI url, ZoneId zone, Instant readAt) {
  /** Bases that are looked at, the innermost; Atom has use for three (feed, entry, link). */
  private static final int MAX_BASES = 8;

  /** Where nobody knows where the document came from, the outlet's page is the best guess. */
  Origin orHome(@Nullable String home) {
    return url.isAbsolute() || home == null
        ? this
        : Links.uri(home).map(uri -> new Origin(uri, zone, readAt)).orElse(this);
  }

  /**
   * The address that a reference in this element means, by xml:base and the document's own; null if
   * it is none of the web. Where no base is known, a relative one stays as it is.
   */
  @Nullable String resolve(Element element, String reference) {
    List<String> bases = new ArrayList<>();
    Element above = element;
    for (; above != null && bases.size() < MAX_BASES; above = above.parent()) {
      String base = Names.attribute(above, "base");
      if (!base.isEmpty()) {
        bases.add(0, base);
      }
    }
    String from = url.toString();
    for (String base : bases) {
      from = Links.resolve(from, base);
    }
    return web(Links.resolve(from, reference));
  }

  /** The same for a document that knows no bases. */
  @Nullable String resolve(String reference) {
    return web(Links.resolve(url.toString(), reference));
  }

  private @Nullable String web(String address) {
    boolean unknown = !url.isAbsolute() && Links.isRelative(address);
    return unknown ? address : Links.http(address);
  }
}
