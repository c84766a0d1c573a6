package org.marsad.feed;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.filter.Filters;
import org.jspecify.annotations.Nullable;

/**
 * The texts of RSS as Rome reads them: it knows its versions and their modules, where they are
 * well-formed. What it does not read or drops (ids that are no addresses, links under xml:base,
 * namespaces misspelt) is taken from the tree, and all of Atom, of whose texts it loses markup in
 * titles, base64 and CDATA in XHTML.
 *
 * @param entries in the document's order; empty where Rome cannot read the document
 */
record RomeReading(List<SyndEntry> entries) {
  static final RomeReading NOTHING = new RomeReading(List.of());

  /**
   * Not shown to Rome, which tries a dozen formats on each date and so spends two thirds of its
   * time on them, and reads fewer than {@link FeedDate} does.
   */
  private static final Set<String> DATES =
      Set.of("pubDate", "lastBuildDate", "date", "published", "updated", "issued", "modified");

  /**
   * Reads a document from which DOCTYPE and control characters are gone.
   *
   * @param cleaned by {@link XmlText#clean} and {@link Nesting#bounded}
   * @param xml reads it
   */
  static RomeReading of(String cleaned, StrictXml xml) {
    try {
      Document document = xml.read(cleaned);
      List<Element> dates = new ArrayList<>();
      for (Element element : document.getDescendants(Filters.element())) {
        if (DATES.contains(element.getName())) {
          dates.add(element);
        }
      }
      dates.forEach(Element::detach);
      WireFeed feed = new WireFeedInput(false, Locale.ROOT).build(document);
      return new RomeReading(List.copyOf(new SyndFeedImpl(feed).getEntries()));
    } catch (JDOMException | IOException | FeedException | RuntimeException e) {
      return NOTHING; // not well-formed, or of no dialect Rome knows (it then throws anything)
    }
  }

  /** The entry for the tree's item of this position, if Rome saw the same items. */
  @Nullable SyndEntry entry(int position, int itemsInTree) {
    return entries.size() == itemsInTree ? entries.get(position) : null;
  }

  static String title(@Nullable SyndEntry entry) {
    return entry == null ? "" : text(entry.getTitleEx());
  }

  static String description(@Nullable SyndEntry entry) {
    return entry == null ? "" : text(entry.getDescription());
  }

  static String content(@Nullable SyndEntry entry) {
    return entry == null || entry.getContents().isEmpty() ? "" : text(entry.getContents().get(0));
  }

  private static String text(@Nullable SyndContent content) {
    return content == null || content.getValue() == null ? "" : PlainText.of(content.getValue());
  }
}
