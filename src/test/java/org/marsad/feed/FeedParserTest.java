package org.marsad.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FeedParserTest {
  private static final Instant NOW = Instant.parse("2026-01-13T12:00:00Z");
  private static final URI BASE = URI.create("https://news.example/feeds/all.xml");

  private final FeedParser parser = new FeedParser(Clock.fixed(NOW, ZoneOffset.UTC));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01-utf8",
        "02-windows-1256",
        "03-cp1256-bytes-declared-utf8",
        "04-utf8-bytes-declared-1256",
        "05-utf16le-bom",
        "06-iso-8859-6",
        "07-leading-blank-and-bom",
        "08-undefined-entity-bare-amp-control-char-truncated",
        "09-double-escaped",
        "10-arabic-dates",
        "11-atom-html",
        "12-rdf-rss10"
      })
  void everyFixtureComesOutAsTheFileBesideItSays(String name) throws IOException {
    JsonNode expected = new ObjectMapper().readTree(resource(name + ".json"));
    Parsed parsed = parser.parse(resource(name + ".xml"), null, BASE);
    assertThat(parsed).isInstanceOf(Parsed.Ok.class);
    ParsedFeed feed = ((Parsed.Ok) parsed).feed();
    assertThat(feed.charset()).isEqualTo(expected.path("charset").asText());
    assertThat(feed.title()).isEqualTo(expected.path("title").asText());
    assertThat(feed.items()).hasSize(expected.path("items").size());
    for (int i = 0; i < feed.items().size(); i++) {
      assertItem(feed.items().get(i), expected.path("items").get(i));
    }
  }

  private static void assertItem(Item item, JsonNode expected) {
    assertThat(item.guid()).isEqualTo(expected.path("guid").asText());
    assertThat(item.link()).isEqualTo(expected.path("link").textValue());
    assertThat(item.title()).isEqualTo(expected.path("title").asText());
    assertThat(item.summary()).isEqualTo(expected.path("summary").asText());
    assertThat(Objects.toString(item.publishedAt(), null))
        .isEqualTo(expected.path("published").textValue());
    assertThat(Objects.toString(item.updatedAt(), null))
        .isEqualTo(expected.path("updated").textValue());
    assertThat(item.seenAt()).isEqualTo(NOW);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = FeedParserTest.class.getResourceAsStream("/feeds/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // unknown version, no channel, wrong case, foreign prefixes, undeclared prefixes
        "<rss version='7.3'><channel><item><title>خبر</title><link>/a</link></item></channel></rss>",
        "<rss><item><title>خبر</title><link>/a</link></item></rss>",
        "<RSS><Channel><Item><Title>خبر</Title><Link>/a</Link></Item></Channel></RSS>",
        "<x:rss xmlns:x='urn:q'><x:channel><x:item><x:title>خبر</x:title><x:link>/a</x:link>"
            + "</x:item></x:channel></x:rss>",
        "<rss><channel><item><dc:title>خبر</dc:title><link>/a</link><z:z/></item></channel></rss>",
        "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:title>خبر</a:title>"
            + "<a:link href='/a'/></a:entry></a:feed>",
        "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><title>خبر</title>"
            + "<link rel='alternate' href='/a'/></entry></feed>",
        "<CHANNEL><ITEM HREF='/a'><TITLE>خبر</TITLE></ITEM></CHANNEL>",
        "<rdf:RDF xmlns='http://channel.netscape.com/rdf/simple/0.9/' xmlns:rdf="
            + "'http://www.w3.org/1999/02/22-rdf-syntax-ns#'><channel/><item><title>خبر</title>"
            + "<link>/a</link></item></rdf:RDF>",
        "<br/>Warning: mysql<rss><channel><item><title>خبر</title><link>/a</link></item></rss>",
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":1,\"url\":\"/a\","
            + "\"title\":\"خبر\"}]}"
      })
  void everyDialectGivesTheSameItem(String document) {
    Item item = only(document);
    assertThat(item.title()).isEqualTo("خبر");
    assertThat(item.link()).isEqualTo("https://news.example/a");
  }

  @Test
  void markupBecomesPlainTextWithBlocksOnTheirOwnLines() {
    Item item =
        only(
            rss(
                "<item><title>a</title><description>&lt;p&gt;قال &lt;b&gt;ال&lt;/b&gt;وزير&lt;/p&gt;"
                    + "&lt;script&gt;alert(1)&lt;/script&gt;&lt;div&gt;ثم &amp;amp;quot;غادر&amp;amp;quot;"
                    + "&lt;/div&gt;</description></item>"));
    assertThat(item.summary()).isEqualTo("قال الوزير\nثم \"غادر\"");
  }

  @Test
  void marksThatTurnTheDirectionOfTextAreRemoved() {
    assertThat(only(rss("<item><title>a\u202eb\u202cc\u2067d</title></item>")).title())
        .isEqualTo("abcd");
  }

  @Test
  void aSignThatIsNoTagStays() {
    assertThat(only(rss("<item><title>2 &lt; 3 &amp; 4 > 1</title></item>")).title())
        .isEqualTo("2 < 3 & 4 > 1");
  }

  @Test
  void anUnclosedItemCostsNoOther() {
    List<Item> items = feed(rss("<item><title>one<item><title>two</title></item>")).items();
    assertThat(items).extracting(Item::title).contains("two");
  }

  @Test
  void relativeLinksAreSeenFromXmlBaseThenFromTheFeed() {
    assertThat(only(rss("<item><title>t</title><link>../n/1?a=b</link></item>")).link())
        .isEqualTo("https://news.example/n/1?a=b");
    assertThat(
            only("<feed xml:base='https://other.example/x/'><entry xml:base='y/'><title>t</title>"
                    + "<link href='1'/></entry></feed>")
                .link())
        .isEqualTo("https://other.example/x/y/1");
  }

  @Test
  void linksOfOtherSchemesAreNoLinks() {
    assertThat(only(rss("<item><title>t</title><link>javascript:alert(1)</link></item>")).link())
        .isNull();
  }

  @Test
  void anHtmlPageIsNoFeedAndSaysSo() {
    Parsed parsed = parse("<!DOCTYPE html><html><body><h1>مرحبا</h1></body></html>");
    assertThat(parsed).isEqualTo(new Parsed.Failed("an HTML page, not a feed"));
    assertThat(parse("")).isEqualTo(new Parsed.Failed("the document is empty"));
    assertThat(parse("{\"a\":1}")).isInstanceOf(Parsed.Failed.class);
    assertThat(parse("{\"a\":")).isInstanceOf(Parsed.Failed.class);
  }

  @Test
  void theNewestFiveHundredAreKeptInTheDocumentsOrder() {
    String items =
        IntStream.range(0, 5000)
            .mapToObj(
                i -> "<item><title>" + i + "</title><pubDate>" + date(i) + "</pubDate></item>")
            .collect(Collectors.joining());
    List<Item> kept = feed(rss(items)).items();
    assertThat(kept).hasSize(FeedParser.MAX_ITEMS);
    assertThat(kept.get(0).title()).isEqualTo("4500");
    assertThat(kept.get(499).title()).isEqualTo("4999");
  }

  private static String date(int minutes) {
    return NOW.minus(Duration.ofDays(9)).plus(Duration.ofMinutes(minutes)).toString();
  }

  @Test
  void itemsAreStoredWhereThereIsAnyTextAndLyingDatesAreUnknown() {
    List<Item> items =
        feed(rss(
                "<item><link>https://news.example/empty</link></item>"
                    + "<item><title>old</title><pubDate>1 Jan 1970 00:00 GMT</pubDate></item>"
                    + "<item><title>far</title><pubDate>1 Jan 2031 00:00 GMT</pubDate></item>"
                    + "<item><description>now</description>"
                    + "<pubDate>13 Jan 2026 11:00 GMT</pubDate></item>"))
            .fit(NOW);
    assertThat(items).extracting(Item::title).containsExactly("old", "far", "now");
    assertThat(items)
        .extracting(Item::publishedAt)
        .containsExactly(null, null, Instant.parse("2026-01-13T11:00:00Z"));
  }

  @Test
  void theFeedsWishesAreRead() {
    ParsedFeed feed =
        feed(
            "<rss><channel><ttl>15</ttl><language>ar-LY</language><title>t</title>"
                + "<link>https://news.example/</link></channel></rss>");
    assertThat(feed.ttl()).isEqualTo(Duration.ofMinutes(15));
    assertThat(feed.language()).isEqualTo("ar-LY");
    assertThat(feed.link()).isEqualTo("https://news.example/");
  }

  @Test
  void textThatWasEncodedTwiceIsRestored() {
    String mangled =
        new String(
            "<rss><channel><title>مرصد الأخبار</title></channel></rss>".getBytes(UTF_8),
            java.nio.charset.Charset.forName("windows-1256"));
    assertThat(feed(mangled).title()).isEqualTo("مرصد الأخبار");
  }

  private static String rss(String items) {
    return "<rss version='2.0'><channel><title>t</title>" + items + "</channel></rss>";
  }

  private Item only(String document) {
    assertThat(feed(document).items()).hasSize(1);
    return feed(document).items().get(0);
  }

  private ParsedFeed feed(String document) {
    assertThat(parse(document)).isInstanceOf(Parsed.Ok.class);
    return ((Parsed.Ok) parse(document)).feed();
  }

  private Parsed parse(String document) {
    return parser.parse(document.getBytes(UTF_8), "application/xml", BASE);
  }
}
