package org.marsad.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.alert.Attachment;
import org.marsad.feed.CatalogueFeed;
import org.marsad.feed.Feed;
import org.marsad.feed.Listed;
import org.marsad.feed.OpmlDocument;
import org.marsad.feed.SiteServer;

/** Lists of sources sent to a chat, and given by it. */
class ListsTest {
  private final Town town = new Town();
  private final Somebody salem = town.somebody();
  private SiteServer site;

  @BeforeEach
  void open() throws IOException {
    site = new SiteServer();
  }

  @AfterEach
  void close() {
    site.close();
    town.close();
  }

  private Somebody sends(Somebody person, String name, String content) {
    byte[] bytes = content.getBytes(UTF_8);
    town.uploads.put(name, bytes);
    return person.does(new Incoming.Document(name, name, bytes.length));
  }

  private Somebody sends(String... outlines) {
    return sends(salem, "list.opml", "<opml><body>" + String.join("", outlines) + "</body></opml>");
  }

  private String outline(String title, String path) {
    String url = path.startsWith("/") ? site.url(path).toString() : path;
    return "<outline text=\"" + title + "\" xmlUrl=\"" + url.replace("&", "&amp;") + "\"/>";
  }

  private List<String> heard() {
    return town.desk.heardBy(salem.chat().orElseThrow()).stream().map(Feed::title).toList();
  }

  @Test
  void theSourcesOfAListAreAddedAndEachThatFailsIsNamedWithItsReason() {
    site.feed("/a", "صحيفة أ", "خبر أ").feed("/b", "صحيفة ب", "خبر ب").page("/page", "", "ص");
    sends(
        outline("أ", "/a"),
        "<outline text='مجموعة'>" + outline("ب", "/b") + "</outline>",
        outline("أ مكرر", "/a/"),
        outline("المرصد", "https://one.example/feed"),
        outline("بلا خلاصة", "/page"),
        outline("غائب", "/gone"),
        outline("ملف", "file:///etc/passwd"));

    assertThat(salem.reads())
        .contains("أُضيف من القائمة مصدران")
        .contains("مصدر واحد تصلك أخباره من قبل")
        .contains("مصدر واحد مكرّر")
        .contains("3 مصادر تعذّرت إضافتها")
        .contains("بلا خلاصة: ما يقدّمه ليس خلاصة أخبار")
        .contains("غائب: خطأ في خادمه")
        .contains("ملف: عنوانه غير صالح");
    assertThat(heard()).contains("صحيفة أ", "صحيفة ب");
    assertThat(town.polled).hasSize(2);
    assertThat(salem.answered().subList(1, salem.answered().size()))
        .allMatch(reply -> Integer.valueOf(Town.ERRAND).equals(reply.replaces()));
  }

  @Test
  void eachLineOfAListStandsForItself() {
    site.feed("/a", "صحيفة أ", "خبر أ").status("/odd", 304).feed("/b", "صحيفة ب", "خبر ب");
    sends(outline("أ", "/a"), outline("غريب", "/odd"), outline("ب", "/b"));

    assertThat(salem.reads())
        .contains("أُضيف من القائمة مصدران")
        .contains("مصدر واحد تعذّرت إضافته")
        .contains("غريب: ");
    assertThat(heard()).contains("صحيفة أ", "صحيفة ب");
  }

  @Test
  void aListStopsAtTheQuota() {
    String[] outlines = new String[10];
    for (int i = 0; i < 10; i++) {
      site.feed("/f" + i, "مصدر " + i, "خبر " + i);
      outlines[i] = outline("م" + i, "/f" + i);
    }
    sends(outlines);
    assertThat(heard()).hasSize(2 + Town.QUOTA);
    assertThat(salem.reads()).contains("7 مصادر لم تُضف: بلغت هذه المحادثة حدّها (3)");
    assertThat(site.asked()).hasSizeLessThanOrEqualTo(Town.QUOTA);
  }

  @Test
  void aLongListOfFailuresFitsAMessage() {
    sends(
        IntStream.range(0, 300)
            .mapToObj(i -> outline("مصدر بعنوان طويل بعض الشيء رقم " + i, "ftp://x.example/" + i))
            .toArray(String[]::new));
    assertThat(salem.reads())
        .contains("300 مصدر تعذّرت")
        .containsPattern("و\\d+ (مصادر أخرى|مصدرًا آخر|مصدر آخر)");
  }

  @Test
  void noEntityAndNoFileIsRead() {
    String bomb =
        "<!DOCTYPE opml [<!ENTITY a \"x\"><!ENTITY b \""
            + "&a;".repeat(50)
            + "\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]><opml><body>"
            + "<outline text=\"&b;&f;\" xmlUrl=\"&f;\"/></body></opml>";
    sends(salem, "bomb.opml", bomb);
    assertThat(salem.reads()).contains("عنوانه غير صالح").doesNotContain("root:", "xxx");
    assertThat(town.polled).isEmpty();
  }

  @Test
  void whatIsNoListIsSaidToBeNone() {
    assertThat(sends(salem, "photo.jpg", "x").reads()).contains("OPML");
    assertThat(sends(salem, "page.xml", "<html>ص</html>").reads()).contains("ليس في الملف قائمة");
    assertThat(sends().reads()).contains("القائمة فارغة");
    String large = "x".repeat(Importing.MAX_BYTES + 1);
    assertThat(sends(salem, "large.opml", large).reads()).contains("أكبر مما أقبله");
    assertThat(salem.does(new Incoming.Document("unknown", "l.opml", 5)).reads())
        .contains("لم أستطع تنزيل الملف");
  }

  @Test
  void inAGroupOnlyAnAdminsListIsRead() {
    site.feed("/a", "صحيفة أ", "خبر");
    String list = "<opml><body>" + outline("أ", "/a") + "</body></opml>";
    assertThat(sends(town.inGroup(9, false), "l.opml", list).answered()).isEmpty();
    Somebody admin = town.inGroup(9, true);
    assertThat(sends(admin, "minutes.pdf", "x").answered()).isEmpty();
    assertThat(sends(admin, "l.opml", list).reads()).contains("مصدر واحد");
  }

  @Test
  void whatIsExportedCanBeImported() {
    town.feeds.follow(
        List.of(
            new CatalogueFeed(URI.create("https://a.example/?x=1&y=2"), "«أ» & <ب>", "ar", "ly"),
            new CatalogueFeed(URI.create("https://b.example/"), "B", "en", "int")));
    salem.types("راقب هدنة").types("تصدير");

    assertThat(town.sent)
        .extracting(Attachment::name)
        .containsExactly("marsad-sources-2026-03-03.opml", "marsad-watches-2026-03-03.json");
    assertThat(OpmlDocument.read(town.sent.get(0).bytes()).orElseThrow())
        .extracting(Listed::title, Listed::url)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("«أ» & <ب>", "https://a.example/?x=1&y=2"),
            org.assertj.core.groups.Tuple.tuple("B", "https://b.example/"));
    assertThat(new String(town.sent.get(1).bytes(), UTF_8)).contains("هدنة").contains("query");

    Somebody other = town.inGroup(9, true).types("/start");
    sends(other, "l.opml", new String(town.sent.get(0).bytes(), UTF_8));
    assertThat(other.reads()).contains("مصدران تصلك أخبارهما من قبل");
    assertThat(salem.reads()).contains("مصدران بصيغة OPML");
  }

  @Test
  void aChatExportsWhatItHears() {
    salem.types("/sources").presses("ليبيا").presses("✓ 1").types("/export");
    assertThat(
            OpmlDocument.read(town.sent.get(0).bytes()).orElseThrow().stream()
                .map(Listed::title)
                .collect(Collectors.toList()))
        .containsExactly("Sudan Wire");
  }
}
