package org.marsad.feed;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What Rome reads of a document: it knows the standard dialects and their modules, where they are
 * well-formed. What it does not read, or drops (ids that are no addresses, links under xml:base,
 * dates with faults, namespaces misspelt), {@link XmlFeed} takes from the tree.
 *
 * @param entries in the document's order; empty where Rome cannot read the document
 */
record RomeReading(List<SyndEntry> entries) {
  private static final RomeReading NOTHING = new RomeReading(List.of());

  /**
   * Reads a document from which DOCTYPE and control characters are gone.
   *
   * @param cleaned by {@link XmlText#clean}
   */
  static RomeReading of(String cleaned) {
    SyndFeedInput input = new SyndFeedInput(false, Locale.ROOT);
    input.setXmlHealerOn(false);
    input.setAllowDoctypes(false);
    try {
      SyndFeed feed = input.build(new StringReader(cleaned));
      return new RomeReading(List.copyOf(feed.getEntries()));
    } catch (FeedException | IllegalArgumentException notWellFormedOrUnknown) {
      return NOTHING;
    }
  }

  /** The entry for the tree's item of this position, if Rome saw the same items. */
  @Nullable SyndEntry entry(int position, int itemsInTree) {
    return entries.size() == itemsInTree ? entries.get(position) : null;
  }

  static String title(@Nullable SyndEntry entry) {
    return entry == null ? "" : text(entry.getTitleEx());
  }

  static String summary(@Nullable SyndEntry entry) {
    if (entry == null) {
      return "";
    }
    String description = text(entry.getDescription());
    if (!description.isEmpty() || entry.getContents().isEmpty()) {
      return description;
    }
    return text(entry.getContents().get(0));
  }

  static String author(@Nullable SyndEntry entry) {
    return entry == null || entry.getAuthor() == null ? "" : PlainText.of(entry.getAuthor());
  }

  static @Nullable Instant published(@Nullable SyndEntry entry) {
    return entry == null ? null : instant(entry.getPublishedDate());
  }

  static @Nullable Instant updated(@Nullable SyndEntry entry) {
    return entry == null ? null : instant(entry.getUpdatedDate());
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }

  private static String text(@Nullable SyndContent content) {
    return content == null || content.getValue() == null ? "" : PlainText.of(content.getValue());
  }
}
