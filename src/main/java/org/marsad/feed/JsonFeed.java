package org.marsad.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON Feed 1.0 and 1.1 (jsonfeed.org). */
final class JsonFeed {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonFeed() {}

  static Parsed parse(String text, String charset, Origin origin) {
    try {
      JsonNode feed = JSON.readTree(text);
      if (!feed.path("items").isArray() && !feed.path("version").asText().contains("jsonfeed")) {
        return new Parsed.Failed("JSON, but not a JSON Feed");
      }
      List<Item> items = new ArrayList<>();
      feed.path("items").forEach(item -> items.add(item(item, origin)));
      String home = feed.path("home_page_url").asText();
      return new Parsed.Ok(
          new ParsedFeed(
              PlainText.cut(PlainText.of(feed.path("title").asText()), 300),
              charset,
              home.isEmpty() ? null : Links.http(Links.resolve(origin.url().toString(), home)),
              filled(feed.path("language").asText()),
              null,
              Newest.of(items, FeedParser.MAX_ITEMS)));
    } catch (JsonProcessingException e) {
      return new Parsed.Failed("JSON that cannot be read: " + e.getOriginalMessage());
    }
  }

  private static Item item(JsonNode item, Origin origin) {
    String url = first(item, "url", "external_url");
    return new Item(
        0,
        0,
        item.path("id").asText(),
        url.isEmpty() ? Links.http(item.path("id").asText()) : link(origin, url),
        PlainText.cut(PlainText.of(item.path("title").asText()), 1000),
        PlainText.cut(PlainText.of(first(item, "summary", "content_text", "content_html")), 50_000),
        author(item),
        date(item, "date_published", origin),
        date(item, "date_modified", origin),
        origin.readAt());
  }

  private static @Nullable String link(Origin origin, String url) {
    return Links.http(Links.resolve(origin.url().toString(), url));
  }

  private static @Nullable Instant date(JsonNode item, String name, Origin origin) {
    return FeedDate.parse(item.path(name).asText(), origin.zone());
  }

  private static @Nullable String author(JsonNode item) {
    String name = item.path("authors").path(0).path("name").asText();
    String old = item.path("author").path("name").asText();
    return filled(PlainText.cut(name.isEmpty() ? old : name, 300));
  }

  private static @Nullable String filled(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String first(JsonNode item, String... names) {
    for (String name : names) {
      if (!item.path(name).asText().isBlank()) {
        return item.path(name).asText();
      }
    }
    return "";
  }
}
