package org.marsad.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The picture of an item, else what else is enclosed: Media RSS, RSS's and Atom's enclosures. */
final class ItemMedia {
  private ItemMedia() {}

  static @Nullable Media of(Fields fields, Origin origin) {
    List<Media> found = new ArrayList<>();
    fields.inMedia("media:content").forEach(one -> add(found, one, origin, type(one)));
    fields.inMedia("media:thumbnail").forEach(one -> add(found, one, origin, "image"));
    fields.all("enclosure").forEach(one -> add(found, one, origin, type(one)));
    fields.all("link").stream()
        .filter(link -> Names.attribute(link, "rel").equalsIgnoreCase("enclosure"))
        .forEach(link -> add(found, link, origin, type(link)));
    fields.all("itunes:image").forEach(one -> add(found, one, origin, "image"));
    Optional<Media> picture = found.stream().filter(Media::isPicture).findFirst();
    return picture.or(() -> found.stream().findFirst()).orElse(null);
  }

  private static void add(List<Media> found, Element element, Origin origin, String type) {
    Stream.of("url", "href")
        .map(name -> Names.attribute(element, name))
        .filter(url -> !url.isEmpty())
        .findFirst()
        .map(url -> origin.resolve(element, url))
        .ifPresent(url -> found.add(new Media(url, PlainText.cut(type, Media.MAX_TYPE_CHARS))));
  }

  /** Its media type, or else its kind ("image") where that is stated instead. */
  private static String type(Element element) {
    String type = PlainText.line(Names.attribute(element, "type"));
    return (type.isEmpty() ? Names.attribute(element, "medium") : type).toLowerCase(Locale.ROOT);
  }
}
