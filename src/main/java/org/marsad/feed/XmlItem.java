package org.marsad.feed;

import com.rometools.rome.feed.synd.SyndEntry;
import java.util.function.Supplier;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * An item read from its tree.
 *
 * @param fields what it holds
 * @param entry what Rome reads of it, or null
 * @param origin where its document came from
 * @param feedLanguage the feed's, or null
 */
record XmlItem(
    Fields fields, @Nullable SyndEntry entry, Origin origin, @Nullable String feedLanguage) {
  static final int MAX_LANGUAGE_CHARS = 35;
  static final int MAX_TEXT_CHARS = 50_000;

  Item read() {
    String title = first(RomeReading.title(entry), this::title);
    String teaser = first(RomeReading.description(entry), this::teaser);
    String full = first(RomeReading.content(entry), this::full);
    String link = ItemLink.of(fields, origin);
    ItemDates dates = ItemDates.of(fields, origin);
    return new Item(
        0,
        0,
        ItemId.of(fields, origin),
        link,
        Headline.of(title, teaser.isEmpty() ? full : teaser, link),
        PlainText.cut(teaser.isEmpty() ? full : teaser, MAX_TEXT_CHARS),
        ItemPeople.of(fields),
        dates.published(),
        dates.updated(),
        origin.readAt(),
        details(teaser, full));
  }

  private static String first(String read, Supplier<String> otherwise) {
    return read.isEmpty() ? otherwise.get() : read;
  }

  private String title() {
    return fields.text("title", "dc:title", "media:title", "itunes:title");
  }

  private String teaser() {
    return fields.text(
        "description", "summary", "abstract", "dc:description", "itunes:summary", "tagline");
  }

  private String full() {
    String text = fields.text("content:encoded", "content", "xhtml:body", "body", "fullitem");
    return text.isEmpty()
        ? fields.inMedia("media:description").map(PlainText::of).findFirst().orElse("")
        : text;
  }

  private Details details(String teaser, String full) {
    boolean more = !teaser.isEmpty() && !full.equals(teaser);
    return new Details(
        more ? PlainText.cut(full, MAX_TEXT_CHARS) : "",
        language(),
        ItemCategories.of(fields),
        ItemMedia.of(fields, origin));
  }

  private String language() {
    for (Element above = fields.element(); above != null; above = above.parent()) {
      String stated = Names.attribute(above, "lang");
      if (!stated.isEmpty()) {
        return PlainText.cut(stated, MAX_LANGUAGE_CHARS);
      }
    }
    String stated = fields.raw("dc:language");
    return stated.isEmpty()
        ? feedLanguage == null ? "" : feedLanguage
        : PlainText.cut(stated, MAX_LANGUAGE_CHARS);
  }
}
