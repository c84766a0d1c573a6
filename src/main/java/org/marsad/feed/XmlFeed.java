package org.marsad.feed;

import com.rometools.rome.feed.synd.SyndEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A feed read from its tree.
 *
 * @param tree the document
 * @param rome what Rome reads of it
 * @param origin where it came from
 */
record XmlFeed(XmlTree tree, RomeReading rome, Origin origin) {

  ParsedFeed read(String charset) {
    Fields channel = Fields.of(tree.channel(), tree.names());
    String home = link(channel);
    XmlFeed based = origin.url().isAbsolute() || home == null ? this : at(home);
    List<Element> elements = tree.items();
    List<Item> items =
        IntStream.range(0, elements.size())
            .mapToObj(i -> based.item(elements.get(i), rome.entry(i, elements.size())))
            .toList();
    return new ParsedFeed(
        PlainText.cut(channel.text("title", "dc:title", "media:title", "itunes:title"), 300),
        charset,
        home,
        language(channel),
        ttl(channel),
        Newest.of(items, FeedParser.MAX_ITEMS));
  }

  /** Where nobody knows where the document came from, the outlet's page is the best guess. */
  private XmlFeed at(String home) {
    return Links.uri(home)
        .map(uri -> new XmlFeed(tree, rome, new Origin(uri, origin.zone(), origin.readAt())))
        .orElse(this);
  }

  private Item item(Element element, @Nullable SyndEntry entry) {
    Fields fields = Fields.of(element, tree.names());
    ZoneId zone = origin.zone();
    Instant published =
        fields.date(
            zone,
            "pubdate",
            "published",
            "issued",
            "dcterms:issued",
            "dc:date",
            "created",
            "dcterms:created",
            "dcterms:available",
            "date");
    Instant updated = fields.date(zone, "updated", "modified", "dcterms:modified", "lastbuilddate");
    String stamp = Names.attribute(element, "lastmod");
    String author =
        first(
            RomeReading.author(entry),
            () ->
                fields.text("author", "dc:creator", "itunes:author", "dc:author", "media:credit"));
    return new Item(
        0,
        0,
        id(fields),
        link(fields),
        PlainText.cut(
            first(
                RomeReading.title(entry),
                () -> fields.text("title", "dc:title", "media:title", "itunes:title")),
            1000),
        PlainText.cut(first(RomeReading.summary(entry), () -> summary(fields)), 50_000),
        author.isEmpty() ? null : PlainText.cut(author, 300),
        published,
        updated == null ? FeedDate.parse(stamp, zone) : updated,
        origin.readAt());
  }

  private static String first(String read, Supplier<String> otherwise) {
    return read.isEmpty() ? otherwise.get() : read;
  }

  private static String summary(Fields fields) {
    return fields.text(
        "description",
        "summary",
        "content:encoded",
        "content",
        "abstract",
        "dc:description",
        "xhtml:body",
        "body",
        "media:description",
        "itunes:summary",
        "fullitem",
        "tagline");
  }

  private static String id(Fields fields) {
    String stated = fields.raw("guid", "id", "dc:identifier");
    return stated.isEmpty() ? Names.attribute(fields.element(), "about") : stated;
  }

  private @Nullable String link(Fields fields) {
    Element best = null;
    for (Element link : fields.all("link")) {
      String rel = Names.attribute(link, "rel").toLowerCase(Locale.ROOT);
      boolean page = rel.isEmpty() || rel.equals("alternate");
      if (page && !reference(link).isBlank() && (best == null || (isHtml(link) && !isHtml(best)))) {
        best = link;
      }
    }
    return best == null ? otherLink(fields) : Fields.resolve(best, reference(best), origin.url());
  }

  private static String reference(Element link) {
    String href = Names.attribute(link, "href");
    return href.isEmpty() ? link.ownText() : href;
  }

  private static boolean isHtml(Element link) {
    return Names.attribute(link, "type").equalsIgnoreCase("text/html");
  }

  private @Nullable String otherLink(Fields fields) {
    Element element = fields.element();
    String href = Names.attribute(element, "href");
    if (!href.isEmpty()) {
      return Fields.resolve(element, href, origin.url());
    }
    for (Element guid : fields.all("guid")) {
      if (!Names.attribute(guid, "ispermalink").equalsIgnoreCase("false")) {
        return Links.http(guid.wholeText().strip());
      }
    }
    String id = Links.http(id(fields));
    for (Element enclosure : fields.all("enclosure")) {
      return id == null
          ? Fields.resolve(enclosure, Names.attribute(enclosure, "url"), origin.url())
          : id;
    }
    return id;
  }

  private @Nullable String language(Fields channel) {
    String stated = channel.raw("language", "dc:language");
    String lang = stated.isEmpty() ? Names.attribute(tree.root(), "lang") : stated;
    return lang.isEmpty() ? null : PlainText.cut(lang, 8);
  }

  private static @Nullable Duration ttl(Fields channel) {
    String minutes = channel.raw("ttl");
    if (minutes.matches("[0-9]{1,6}")) {
      return Duration.ofMinutes(Long.parseLong(minutes));
    }
    Duration period =
        switch (channel.raw("sy:updateperiod").toLowerCase(Locale.ROOT)) {
          case "hourly" -> Duration.ofHours(1);
          case "daily" -> Duration.ofDays(1);
          case "weekly" -> Duration.ofDays(7);
          default -> null;
        };
    String frequency = channel.raw("sy:updatefrequency");
    boolean divided = frequency.matches("[1-9][0-9]{0,3}");
    return period == null || !divided ? period : period.dividedBy(Long.parseLong(frequency));
  }
}
