package org.marsad.feed;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to a feed, whatever the dialect: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, CDF and JSON Feed,
 * well-formed or not. No entity is resolved and nothing is fetched. Any number of threads may share
 * one.
 */
public final class FeedParser {
  /** Items kept of one document, the newest. */
  public static final int MAX_ITEMS = 500;

  private static final Pattern BLANK_HEAD = Pattern.compile("^[\\s\\ufeff]+");

  private final StrictXml strict = new StrictXml();
  private final Clock clock;

  public FeedParser() {
    this(Clock.systemUTC());
  }

  /**
   * @param clock tells {@link Item#seenAt()}
   */
  public FeedParser(Clock clock) {
    this.clock = clock;
  }

  /**
   * Reads one document.
   *
   * @param contentType the HTTP header, whose charset is believed unless the bytes contradict it
   * @param base where the document came from; relative links are resolved against it
   */
  public Parsed parse(byte[] bytes, @Nullable String contentType, URI base) {
    return parse(bytes, contentType, base, ZoneOffset.UTC);
  }

  /**
   * Reads one document.
   *
   * @param zone that of dates which name none
   */
  public Parsed parse(byte[] bytes, @Nullable String contentType, URI base, ZoneId zone) {
    Decoded decoded = Charsets.decode(bytes, contentType);
    String text = BLANK_HEAD.matcher(decoded.text()).replaceFirst("");
    if (text.startsWith("{")) {
      return JsonFeed.parse(text, decoded.charset(), new Origin(base, zone, clock.instant()));
    }
    String cleaned = Nesting.bounded(XmlText.clean(text));
    XmlTree tree = XmlTree.of(cleaned);
    if (tree == null) {
      return new Parsed.Failed(why(text));
    }
    return new XmlFeed(
            tree,
            tree.isRss() ? RomeReading.of(cleaned, strict) : RomeReading.NOTHING,
            new Origin(base, zone, clock.instant()))
        .read(decoded.charset());
  }

  private static String why(String text) {
    String head =
        text.substring(0, Math.min(2000, text.length())).toLowerCase(java.util.Locale.ROOT);
    if (text.isBlank()) {
      return "the document is empty";
    }
    return head.contains("<html") || head.contains("<!doctype html")
        ? "an HTML page, not a feed"
        : "no element of a feed was found";
  }
}
