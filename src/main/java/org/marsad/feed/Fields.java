package org.marsad.feed;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The children of one feed or item, by their dialect-free names.
 *
 * @param element the feed or item
 * @param names how they are named
 * @param byName its children
 */
record Fields(Element element, Names names, Map<String, List<Element>> byName) {

  static Fields of(Element element, Names names) {
    Map<String, List<Element>> byName = new HashMap<>();
    for (Element child : element.children()) {
      byName.computeIfAbsent(names.of(child), name -> new ArrayList<>()).add(child);
    }
    return new Fields(element, names, byName);
  }

  List<Element> all(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /** Those of Media RSS, which groups them or hangs them on what they describe. */
  Stream<Element> inMedia(String name) {
    Stream<Element> inside =
        Stream.of("media:group", "media:content")
            .flatMap(group -> all(group).stream())
            .flatMap(group -> group.getAllElements().stream().skip(1))
            .filter(element -> names.of(element).equals(name));
    return Stream.concat(all(name).stream(), inside);
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
        String text = PlainText.line(child.wholeText());
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
}
