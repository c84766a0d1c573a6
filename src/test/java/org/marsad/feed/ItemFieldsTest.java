package org.marsad.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read of one item, field by field. */
final class ItemFieldsTest {
  private static final URI BASE = URI.create("https://news.example/feeds/all.xml");

  @Test
  void teaserAndBodyAreKeptApartAndSearchedTogether() {
    Item item =
        rss(
            "<title>t</title><description>موجز الخبر</description>"
                + "<content:encoded><![CDATA[<p>النص الكامل</p><p>وبقيته</p>]]></content:encoded>");
    assertThat(item.summary()).isEqualTo("موجز الخبر");
    assertThat(item.details().body()).isEqualTo("النص الكامل\nوبقيته");
    assertThat(item.text()).isEqualTo("موجز الخبر\nالنص الكامل\nوبقيته");
  }

  @Test
  void aTeaserThatIsTheBeginningOfTheBodyIsSearchedOnce() {
    Item item =
        rss(
            "<title>t</title><description>قال الوزير […]</description>"
                + "<content:encoded>قال الوزير إنه سيغادر</content:encoded>");
    assertThat(item.text()).isEqualTo("قال الوزير إنه سيغادر");
  }

  @Test
  void theOnlyTextIsTheTeaserWhereverItStands() {
    assertThat(rss("<content:encoded>نص</content:encoded>").summary()).isEqualTo("نص");
    assertThat(atom("<content type='html'>&lt;p>نص&lt;/p></content>").summary()).isEqualTo("نص");
    assertThat(
            atom("<media:group><media:description>نص</media:description></media:group>").summary())
        .isEqualTo("نص");
    assertThat(rss("<description>نص</description>").details().body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "<author>desk@a.example (سالم محمد)</author>,سالم محمد",
    "<dc:creator>سالم</dc:creator><dc:creator>هدى</dc:creator>,'سالم, هدى'",
    "<itunes:author>سالم</itunes:author>,سالم",
    "<author><name>سالم</name><uri>https://a.example</uri></author>,سالم"
  })
  void whoSignedIsReadWithoutMailAndAddress(String author, String name) {
    assertThat(rss("<title>t</title>" + author).author()).isEqualTo(name);
  }

  @Test
  void categoriesAreReadOnceEachInTheFeedsOrder() {
    assertThat(
            rss("<category>سياسة</category><category>ليبيا</category><category>سياسة</category>"
                    + "<dc:subject>نفط</dc:subject>")
                .details()
                .categories())
        .containsExactly("سياسة", "ليبيا", "نفط");
    assertThat(
            atom("<category term='pol' label='سياسة'/><category term='oil'/>")
                .details()
                .categories())
        .containsExactly("سياسة", "oil");
  }

  @Test
  void theNearestLanguageHolds() {
    String feed =
        "<rss><channel><language>ar-LY</language><item><title>a</title></item>"
            + "<item xml:lang='fr'><title>b</title></item>"
            + "<item><title>c</title><dc:language>en</dc:language></item></channel></rss>";
    assertThat(items(feed))
        .extracting(item -> item.details().language())
        .containsExactly("ar-LY", "fr", "en");
  }

  @Test
  void aPictureIsPreferredToWhatElseIsEnclosed() {
    String sound = "<enclosure url='/a.mp3' type='audio/mpeg'/>";
    Media heard = new Media("https://news.example/a.mp3", "audio/mpeg");
    Media seen = new Media("https://news.example/a.jpg", "image");
    assertThat(media(sound)).isEqualTo(heard);
    assertThat(heard.isPicture()).isFalse();
    assertThat(seen.isPicture()).isTrue();
    assertThat(media(sound + "<media:content url='/a.jpg' medium='image'/>")).isEqualTo(seen);
    assertThat(media(sound + "<media:thumbnail url='/a.jpg'/>")).isEqualTo(seen);
    assertThat(media("<media:group><media:thumbnail url='/a.jpg'/></media:group>")).isEqualTo(seen);
    assertThat(media("<enclosure url='javascript:x()' type='image/png'/>")).isNull();
  }

  @Test
  void atomsEnclosuresAreReadToo() {
    assertThat(
            atom("<link rel='enclosure' href='/f.pdf' type='application/pdf'/>").details().media())
        .isEqualTo(new Media("https://news.example/f.pdf", "application/pdf"));
  }

  @ParameterizedTest
  @CsvSource({
    "<link>/n/1</link>,https://news.example/n/1",
    "<guid>https://a.example/1</guid>,https://a.example/1",
    "<guid isPermaLink='false'>https://a.example/1</guid>,",
    "<enclosure url='https://a.example/1.mp3'/>,https://a.example/1.mp3",
    "<link>https://feeds.example/x</link><feedburner:origLink>https://a.example/1"
        + "</feedburner:origLink>,https://a.example/1",
    "<atom:link rel='self' href='/s'/><atom:link href='/n/1'/>,https://news.example/n/1"
  })
  void theLinkIsThePageAReaderOpens(String fields, String link) {
    assertThat(rss("<title>t</title>" + fields).link()).isEqualTo(link);
  }

  @Test
  void anAtomIdWrittenAsAPathIsSeenFromItsBase() {
    assertThat(atom("<id>/n/1</id>").guid()).isEqualTo("https://news.example/n/1");
    assertThat(atom("<id>tag:a.example,2026:1</id>").guid()).isEqualTo("tag:a.example,2026:1");
    assertThat(rss("<guid>a/1</guid>").guid()).isEqualTo("a/1");
  }

  @Test
  void anItemWithoutHeadlineHasItsFirstWordsOrItsAddress() {
    String words = "كلمة ".repeat(40).strip();
    assertThat(rss("<description>خبر قصير</description>").title()).isEqualTo("خبر قصير");
    assertThat(rss("<description>" + words + "</description>").title())
        .endsWith("كلمة…")
        .hasSizeBetween(90, 101);
    assertThat(rss("<link>/n/1</link>").title()).isEqualTo("https://news.example/n/1");
  }

  @ParameterizedTest
  @CsvSource({
    "A&lt;B,A<B",
    "the &amp;lt;title> of a page,the <title> of a page",
    "&amp;lt;b>bold&amp;lt;/b>,bold",
    "AT&amp;amp;T,AT&T",
    "one &lt;!-- two,one <!-- two",
    "one&lt;!-- two --> three,one three"
  })
  void aSignStaysAndMarkupGoes(String written, String read) {
    assertThat(rss("<title>" + written + "</title>").title()).isEqualTo(read);
  }

  @Test
  void charactersThatNoTextHasAreDropped() {
    Item item =
        items("{\"items\":[{\"id\":\"a\\u0000b\",\"title\":\"x\\u0000y\\ud800z\",\"url\":\"/1\"}]}")
            .get(0);
    assertThat(item.guid()).isEqualTo("ab");
    assertThat(item.title()).isEqualTo("xyz");
  }

  @Test
  void jsonFeedSaysTheSame() {
    Item item =
        items(
                "{\"language\":\"ar\",\"items\":[{\"id\":7,\"url\":\"/1\",\"title\":\"خبر\","
                    + "\"summary\":\"موجز\",\"content_html\":\"<p>نص</p>\",\"tags\":[\"نفط\"],"
                    + "\"image\":\"/a.jpg\",\"authors\":[{\"name\":\"سالم\"},{\"name\":\"هدى\"}]}]}")
            .get(0);
    assertThat(item.guid()).isEqualTo("7");
    assertThat(item.author()).isEqualTo("سالم, هدى");
    assertThat(item.summary()).isEqualTo("موجز");
    assertThat(item.details())
        .isEqualTo(
            new Details(
                "نص", "ar", List.of("نفط"), new Media("https://news.example/a.jpg", "image")));
  }

  @Test
  void jsonThatBreaksOffKeepsTheItemsBefore() {
    assertThat(items("{\"items\":[{\"title\":\"a\"},{\"title\":\"b\"},{\"tit"))
        .extracting(Item::title)
        .containsExactly("a", "b");
  }

  @Test
  void anEntryAloneIsAFeedOfOne() {
    assertThat(items("<entry xmlns='http://www.w3.org/2005/Atom'><title>خبر</title></entry>"))
        .extracting(Item::title)
        .containsExactly("خبر");
  }

  @Test
  void itemsInAnElementThatWasNotClosedAreFound() {
    assertThat(items("<rss><channel><itunes:category text='x'><item><title>a</title></item></rss>"))
        .hasSize(1);
  }

  private static Media media(String fields) {
    return rss("<title>t</title>" + fields).details().media();
  }

  private static Item rss(String fields) {
    return items("<rss version='2.0'><channel><item>" + fields + "</item></channel></rss>").get(0);
  }

  private static Item atom(String fields) {
    return items(
            "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:media='http://search.yahoo.com/mrss/'>"
                + "<entry>"
                + fields
                + "</entry></feed>")
        .get(0);
  }

  private static List<Item> items(String document) {
    return ((Parsed.Ok) new FeedParser().parse(document.getBytes(UTF_8), null, BASE))
        .feed()
        .items();
  }
}
