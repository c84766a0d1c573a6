package org.marsad.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One item of a JSON Feed.
 *
 * @param json the item
 * @param origin where its document came from
 * @param feedLanguage the feed's, or empty
 */
record JsonItem(JsonNode json, Origin origin, String feedLanguage) {

  Item read() {
    String teaser = PlainText.of(first("summary"));
    String full = PlainText.of(first("content_text", "content_html"));
    String text = PlainText.cut(teaser.isEmpty() ? full : teaser, XmlItem.MAX_TEXT_CHARS);
    boolean more = !teaser.isEmpty() && !full.equals(teaser);
    String link = link();
    ItemDates dates = dates(json, origin);
    return new Item(
        0,
        0,
        PlainText.line(json.path("id").asText()),
        link,
        Headline.of(PlainText.of(first("title")), text, link),
        text,
        author(),
        dates.published(),
        dates.updated(),
        origin.readAt(),
        new Details(
            more ? PlainText.cut(full, XmlItem.MAX_TEXT_CHARS) : "",
            language(),
            ItemCategories.tidy(texts(json.path("tags"))),
            media()));
  }

  static ItemDates dates(JsonNode json, Origin origin) {
    return new ItemDates(
        FeedDate.parse(json.path("date_published").asText(), origin.zone()),
        FeedDate.parse(json.path("date_modified").asText(), origin.zone()));
  }

  private @Nullable String link() {
    String url = first("url", "external_url");
    return url.isEmpty() ? Links.http(json.path("id").asText()) : origin.resolve(url);
  }

  /** Version 1.1 has several authors, 1.0 has one. */
  private @Nullable String author() {
    Stream<String> names =
        Stream.concat(
            elements(json.path("authors")).map(person -> person.path("name").asText()),
            Stream.of(json.path("author").path("name").asText()));
    return ItemPeople.named(names);
  }

  private String language() {
    String stated = PlainText.line(json.path("language").asText());
    return PlainText.cut(stated.isEmpty() ? feedLanguage : stated, XmlItem.MAX_LANGUAGE_CHARS);
  }

  private @Nullable Media media() {
    String picture = first("image", "banner_image");
    if (!picture.isEmpty()) {
      return media(picture, "image");
    }
    JsonNode attached = json.path("attachments").path(0);
    String type = PlainText.line(attached.path("mime_type").asText()).toLowerCase(Locale.ROOT);
    return media(attached.path("url").asText(), type);
  }

  private @Nullable Media media(String reference, String type) {
    String url = reference.isEmpty() ? null : origin.resolve(reference);
    return url == null ? null : new Media(url, PlainText.cut(type, Media.MAX_TYPE_CHARS));
  }

  private String first(String... names) {
    return Stream.of(names)
        .map(name -> json.path(name).asText())
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }

  private static Stream<String> texts(JsonNode list) {
    return elements(list).map(JsonNode::asText);
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
