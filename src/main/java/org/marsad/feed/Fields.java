package org.marsad.feed;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The children of one feed or item, by their dialect-free names.
 *
 * @param element the feed or item
 * @param byName its children
 */
record Fields(Element element, Map<String, List<Element>> byName) {
  /** Bases that are looked at, the innermost; Atom has use for three (feed, entry, link). */
  private static final int MAX_BASES = 8;

  static Fields of(Element element, Names names) {
    Map<String, List<Element>> byName = new HashMap<>();
    for (Element child : element.children()) {
      byName.computeIfAbsent(names.of(child), name -> new ArrayList<>()).add(child);
    }
    return new Fields(element, byName);
  }

  List<Element> all(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /** The plain text of the first of these that has any; names in order of preference. */
  String text(String... names) {
    for (String name : names) {
      for (Element child : all(name)) {
        String text = PlainText.of(child);
        if (!text.isEmpty()) {
          return text;
        }
      }
    }
    return "";
  }

  /** The first of these as written, with only the white space around it removed. */
  String raw(String... names) {
    for (String name : names) {
      for (Element child : all(name)) {
        String text = child.wholeText().strip();
        if (!text.isEmpty()) {
          return text;
        }
      }
    }
    return "";
  }

  /** The first of these that is a date. */
  @Nullable Instant date(ZoneId zone, String... names) {
    for (String name : names) {
      for (Element child : all(name)) {
        Instant date = FeedDate.parse(child.wholeText(), zone);
        if (date != null) {
          return date;
        }
      }
    }
    return null;
  }

  /** The address an element's text or attribute names, absolute by xml:base and the feed's URL. */
  static @Nullable String resolve(Element element, String reference, URI feedUrl) {
    List<String> bases = new ArrayList<>();
    Element above = element;
    for (; above != null && bases.size() < MAX_BASES; above = above.parent()) {
      String base = Names.attribute(above, "base");
      if (!base.isEmpty()) {
        bases.add(0, base);
      }
    }
    String url = feedUrl.toString();
    for (String base : bases) {
      url = Links.resolve(url, base);
    }
    return Links.http(Links.resolve(url, reference));
  }
}
