package org.marsad.feed;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON Feed 1.0 and 1.1 (jsonfeed.org), read item by item: of a document that breaks off, the items
 * before that are kept.
 */
final class JsonFeed {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .build();

  private final ObjectNode head = JSON.createObjectNode();
  private final List<JsonNode> items = new ArrayList<>();
  private String fault = "JSON, but not a JSON Feed";

  private JsonFeed() {}

  static Parsed parse(String text, String charset, Origin origin) {
    JsonFeed feed = new JsonFeed();
    feed.read(text);
    boolean isFeed = feed.head.path("version").asText().contains("jsonfeed");
    return feed.head.has("items") || isFeed
        ? new Parsed.Ok(feed.parsed(charset, origin), feed.hub(origin))
        : new Parsed.Failed(feed.fault);
  }

  private void read(String text) {
    try (JsonParser json = JSON.createParser(text)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        boolean isItems = name.equals("items") && json.nextToken() == JsonToken.START_ARRAY;
        if (isItems) {
          head.putArray(name);
          readItems(json);
        } else if (name.equals("items")) {
          json.skipChildren();
        } else {
          json.nextToken();
          head.set(name, json.readValueAsTree());
        }
      }
    } catch (JsonProcessingException e) {
      fault = "JSON that cannot be read: " + e.getOriginalMessage();
    } catch (IOException e) {
      throw new UncheckedIOException("text in memory is always read", e);
    }
  }

  private void readItems(JsonParser json) throws IOException {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() == JsonToken.START_OBJECT && items.size() < XmlTree.MAX_READ) {
        items.add(json.readValueAsTree());
      } else {
        json.skipChildren();
      }
    }
  }

  private @Nullable Hub hub(Origin origin) {
    for (JsonNode hub : head.path("hubs")) {
      if (hub.path("type").asText().equalsIgnoreCase("websub")) {
        String self = head.path("feed_url").asText();
        return Hub.of(hub.path("url").asText(), self.isEmpty() ? null : self, origin.url());
      }
    }
    return null;
  }

  private ParsedFeed parsed(String charset, Origin origin) {
    String home = head.path("home_page_url").asText();
    String link = home.isEmpty() ? null : origin.resolve(home);
    String title = PlainText.of(head.path("title").asText());
    String language = PlainText.line(head.path("language").asText());
    return new ParsedFeed(
        PlainText.cut(title.isEmpty() && link != null ? link : title, XmlFeed.MAX_TITLE_CHARS),
        charset,
        link,
        language.isEmpty() ? null : PlainText.cut(language, XmlItem.MAX_LANGUAGE_CHARS),
        null,
        Newest.of(items, item -> JsonItem.dates(item, origin), origin.readAt())
            .mapToObj(i -> new JsonItem(items.get(i), origin, language).read())
            .toList());
  }
}
