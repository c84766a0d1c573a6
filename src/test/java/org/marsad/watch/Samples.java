package org.marsad.watch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import org.marsad.entity.Catalogue;
import org.marsad.feed.Feed;
import org.marsad.feed.Item;

/** Items and feeds to match. */
final class Samples {
  private Samples() {}

  /** The catalogue that ships. */
  static Catalogue catalogue() {
    return Catalogue.read(Path.of("config", "entities.yaml"));
  }

  static Item item(String title, String text) {
    return new Item(1, 1, "g", null, title, text, null, null, null, Instant.EPOCH);
  }

  static Item item(String title) {
    return item(title, "");
  }

  static Feed feed(String title, String url, String language, String country) {
    return Feed.unread(URI.create(url), title, language, country);
  }

  static Feed feed() {
    return feed("وكالة الأنباء", "https://news.example/rss", "ar", "ly");
  }
}
