package org.marsad.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Documents on which a careless reader spends time that grows with the square of their size. The
 * processor's time is measured, not the clock's: other work on the machine changes nothing.
 */
@Timeout(120)
final class ExhaustingFeedTest {
  private static final URI BASE = URI.create("https://news.example/feed");
  private static final String ITEM = "<rss><channel><item><title>t</title>";
  private static final String TEXT = ITEM + "<description>";
  private static final int MANY = 200_000;
  private static final int MAX_BYTES = 8 << 20;

  static Stream<Arguments> documents() {
    return Stream.of(
        of("nested elements", TEXT + repeat("<b>") + "x" + repeat("</b>")),
        of("nested elements, escaped", TEXT + repeat("&lt;b>") + "x" + repeat("&lt;/b>")),
        of("nested elements in CDATA", TEXT + "<![CDATA[" + repeat("<b>") + "x" + repeat("</b>")),
        of("nested elements in JSON", json("\"" + repeat("<b>") + "\"")),
        of("nested arrays in JSON", json(repeat("["))),
        of("nested items", "<rss><channel>" + repeat("<item><title>t</title>")),
        of("nested namespaces", "<rss><channel>" + repeat("<x:item xmlns:x='urn:a'><x:b>")),
        of("nested bases", "<feed>" + repeat("<entry xml:base='a/'><link href='x'/>")),
        of("nested blocks, escaped", TEXT + repeat("&lt;p>&lt;a>&lt;div>x")),
        of("nested tables, escaped", TEXT + repeat("&lt;table>x&lt;tr>&lt;td>&lt;b>")),
        of("misnested formatting", TEXT + repeat("&lt;a>&lt;b>&lt;i>&lt;/p>&lt;u>&lt;/b>")),
        of("end tags of nothing", TEXT + repeat("<b>") + repeat("</i>")),
        of("one element after the other", ITEM + repeat("<x/>")),
        of("attributes", "<rss><channel><item " + each(i -> "a" + i + "='1' ") + "><title>t"),
        of("attributes, escaped", TEXT + "&lt;p " + each(i -> "a" + i + "='1' ") + ">t"),
        of("namespaces", "<rss " + each(i -> "xmlns:a" + i + "='urn:" + i + "' ") + ">" + ITEM),
        of("a long namespace", "<rss xmlns='" + "a".repeat(4 << 20) + "'>" + repeat("<x/>")),
        of("character references", TEXT + repeat("&amp;lt;b&amp;gt; &bull; &#8230; &x; ")),
        of("references without end", TEXT + repeat("&amp;#") + repeat("&#x0") + repeat("&a")),
        of("comments without end", TEXT + repeat("&lt;!--")),
        of("comments without end in XML", TEXT + repeat("<!--")),
        of("signs", TEXT + repeat("<") + repeat("&") + repeat("]]>")),
        of("instructions without end", "<rss><channel>" + repeat("<?x ") + repeat("<!x ")),
        of("declarations", repeat("<?xml ") + "encoding" + repeat("=")),
        of("document types", repeat("<!DOCTYPE rss>") + ITEM),
        of("entities", "<!DOCTYPE rss [" + repeat("<!ENTITY a 'x'>") + "]>" + ITEM),
        of("blanks", repeat(" ") + TEXT + repeat(" ") + "x" + repeat("\n ") + "y"),
        of("a date of digits", ITEM + "<pubDate>" + repeat("1")),
        of("a date of times", ITEM + "<pubDate>" + repeat("1:1 ") + "</pubDate>"),
        of("a date of blanks", ITEM + "<pubDate>1" + repeat(" ") + "</pubDate>"),
        of("a link of slashes", ITEM + "<link>http://a" + repeat("/") + "b</link>"),
        of("a link of fragments", ITEM + "<link>http://a/" + repeat("#") + "b</link>"),
        of("a link of parameters", ITEM + "<link>http://a/?" + repeat("utm_a=b&amp;") + "</link>"),
        of("links", ITEM.replace("rss", "feed") + repeat("<link rel='self' href='x'/>")),
        of("items", "<rss><channel>" + repeat("<item><title>t</title></item>")),
        of("items with dates", "<rss><channel>" + repeat(dated()) + "</channel></rss>"),
        of("items in JSON", "{\"items\":[" + repeat("{\"title\":\"t\"},") + "{}]}"));
  }

  /** Classes are loaded and compiled before anything is measured. */
  @BeforeAll
  static void warmUp() {
    for (int i = 0; i < 20; i++) {
      parse("<rss version='2.0'><channel>" + dated().repeat(50) + "</channel></rss>");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void aDocumentMadeToExhaustTheParserIsReadInTwoSeconds(String name, String document) {
    assertThat(processorTime(document)).as(name).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void textBelowTheDepthThatIsReadIsKept() {
    String deep = "<i>".repeat(5000) + "عاجل" + "</i>".repeat(5000);
    ParsedFeed feed =
        ((Parsed.Ok)
                parse(TEXT + deep + "</description></item><item><title>u</title></item></channel>"))
            .feed();
    assertThat(feed.items()).extracting(Item::title).containsExactly("t", "u");
    assertThat(feed.items().get(0).summary()).isEqualTo("عاجل");
  }

  private static Duration processorTime(String document) {
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    Parsed parsed = parse(document);
    if (parsed instanceof Parsed.Ok ok) {
      ok.feed().items().forEach(Keys::of);
    }
    return Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);
  }

  private static Parsed parse(String document) {
    byte[] bytes = document.getBytes(UTF_8);
    byte[] fetched = bytes.length > MAX_BYTES ? java.util.Arrays.copyOf(bytes, MAX_BYTES) : bytes;
    return new FeedParser().parse(fetched, "application/xml", BASE);
  }

  private static Arguments of(String name, String document) {
    return Arguments.of(name, document);
  }

  private static String repeat(String part) {
    return part.repeat(Math.min(MANY, MAX_BYTES / part.length()));
  }

  private static String each(IntFunction<String> part) {
    return IntStream.range(0, MANY).mapToObj(part).collect(Collectors.joining());
  }

  private static String json(String content) {
    return "{\"items\":[{\"title\":\"t\",\"content_html\":" + content + "}]}";
  }

  private static String dated() {
    return String.format(
        Locale.ROOT,
        "<item><title>%s</title><link>https://news.example/n/1</link><pubDate>%s</pubDate>"
            + "<description>&lt;p>%s&lt;/p></description></item>",
        "خبر",
        "Mon, 12 Jan 2026 10:00:00 +0200",
        "نص");
  }
}
