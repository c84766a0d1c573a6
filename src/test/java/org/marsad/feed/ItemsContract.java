package org.marsad.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.app.Database;

/** What is new in a feed and what is not. */
abstract class ItemsContract {
  private static final Instant NOW = Instant.parse("2026-01-12T10:00:00Z");
  private static final String PAGE = "https://a.example/n/";
  private static final String LONG =
      "اجتمع مجلس الوزراء اليوم في العاصمة لبحث موازنة العام المقبل.";

  private Database database;
  private Feeds feeds;
  private Items items;

  /** An empty, migrated database. */
  abstract Database fresh();

  @BeforeEach
  void open() {
    database = fresh();
    feeds = new Feeds(database.jdbi());
    items = new Items(database.jdbi());
    feeds.follow(
        List.of(new CatalogueFeed(URI.create("https://a.example/feed"), "المصدر", "ar", "ly")));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void anItemIsNewOnce() {
    Item item = item("g1", PAGE + 1, "خبر");
    assertThat(titles(read(NOW, item).fresh())).containsExactly("خبر");
    Added again = read(NOW, item, item("g2", PAGE + 2, "آخر"));
    assertThat(titles(again.fresh())).containsExactly("آخر");
    assertThat(again.edited()).isEmpty();
  }

  @Test
  void everythingThatIsReadIsStored() {
    Details details =
        new Details(
            "نص كامل", "ar-LY", List.of("سياسة", "ليبيا"), new Media(PAGE + "1.jpg", "image/jpeg"));
    Item item =
        new Item(
            0, 0, "g", PAGE + 1, "خبر", "موجز", "محرر", NOW, NOW.minusSeconds(9), NOW, details);
    Item stored = read(NOW, item).fresh().get(0);
    assertThat(items.since(NOW, Long.MAX_VALUE, 9)).containsExactly(stored);
    assertThat(stored).isEqualTo(item.stored(stored.id(), feed().id(), "g", NOW));
    assertThat(stored.text()).isEqualTo("موجز\nنص كامل");
  }

  @Test
  void httpOrHttpsAndTrackingMakeNoNewItem() {
    read(NOW, item("", "http://a.example/n/1", "خبر"));
    assertThat(read(NOW, item("", "https://a.example/n/1/?utm_source=rss&fbclid=x", "خبر")).fresh())
        .isEmpty();
    assertThat(read(NOW, item("", "https://a.example/n?id=1", "خبر")).fresh()).hasSize(1);
  }

  @Test
  void aGuidThatRepeatsForSeveralItemsCountsNoMore() {
    Added added = read(NOW, item("g", PAGE + 1, "خبر"), item("g", PAGE + 2, "آخر"));
    assertThat(titles(added.fresh())).containsExactly("خبر", "آخر");
    assertThat(added.unsteady()).contains("guid");
    assertThat(feed().identity()).isEqualTo(Identity.LINK);
    Added later = read(NOW, item("other", PAGE + 1, "خبر"), item("g", PAGE + 3, "ثالث"));
    assertThat(titles(later.fresh())).containsExactly("ثالث");
    assertThat(later.unsteady()).isEmpty();
  }

  @Test
  void aGuidThatChangesForTheSameItemCountsNoMore() {
    read(NOW, item("https://a.example/n/1#0", PAGE + 1, "خبر"));
    Added added = read(NOW, item("https://a.example/n/1#1", PAGE + 1, "خبر معدل"));
    assertThat(added.fresh()).isEmpty();
    assertThat(after(added)).containsExactly("خبر معدل");
    assertThat(added.unsteady()).isNotEmpty();
    assertThat(feed().identity()).isEqualTo(Identity.LINK);
  }

  @Test
  void whatIsToldApartByLinkStaysSo() {
    read(NOW, item("CBMi1", PAGE + 1, "خبر"));
    read(NOW, item("CBMi2", PAGE + 1, "خبر"));
    assertThat(feed().identity()).isEqualTo(Identity.LINK);
    read(NOW, item("CBMi3", PAGE + 1, "خبر"), item("CBMi4", PAGE + 4, "رابع"));
    assertThat(feed().identity()).isEqualTo(Identity.LINK);
    assertThat(read(NOW, item("CBMi5", PAGE + 4, "رابع")).fresh()).isEmpty();
  }

  @Test
  void aGuidTwiceForOneItemIsNoFault() {
    Added added = read(NOW, item("g", PAGE + 1, "خبر"), item("g", PAGE + 1, "خبر"));
    assertThat(added.fresh()).hasSize(1);
    assertThat(feed().identity()).isEqualTo(Identity.GUID);
  }

  @Test
  void aPageThatShowsOneItemAfterTheOtherLosesNone() {
    read(NOW, item("live-1", PAGE + "live", "بث مباشر: الجلسة الأولى"));
    Added next = read(NOW, item("live-2", PAGE + "live", "بث مباشر: الجلسة الثانية"));
    assertThat(next.fresh()).hasSize(1);
    assertThat(feed().identity()).isEqualTo(Identity.GUID);
  }

  @Test
  void linksThatAllLeadHomeTellNothingApart() {
    Item[] document = {
      item("", "https://a.example/", "أول"),
      item("", "https://a.example/", "ثان"),
      item("", "https://a.example/", "ثالث")
    };
    Added added = read(NOW, document);
    assertThat(added.fresh()).hasSize(3);
    assertThat(feed().identity()).isEqualTo(Identity.TEXT);
    assertThat(read(NOW, document).fresh()).isEmpty();
    assertThat(read(NOW, item("", "https://a.example/", "رابع")).fresh()).hasSize(1);
  }

  @Test
  void aHeadlineEditedWithinSevenDaysIsTheSameItem() {
    long id = read(NOW, item("g", PAGE + 1, "خبر")).fresh().get(0).id();
    Added edited = read(NOW.plus(Duration.ofDays(6)), item("g", PAGE + 1, "خبر معدل"));
    assertThat(edited.fresh()).isEmpty();
    assertThat(edited.edited())
        .allSatisfy(
            one -> {
              assertThat(one.before().title()).isEqualTo("خبر");
              assertThat(one.before().id()).isEqualTo(id);
              assertThat(one.after()).isEqualTo(items.since(NOW, Long.MAX_VALUE, 1).get(0));
            })
        .hasSize(1);
    assertThat(items.since(NOW, Long.MAX_VALUE, 9))
        .extracting(Item::title)
        .containsExactly("خبر معدل");
    assertThat(read(NOW.plus(Duration.ofDays(6)), item("g", PAGE + 1, "خبر معدل")).edited())
        .isEmpty();
  }

  @Test
  void aHeadlineEditedLaterIsNotLookedAt() {
    read(NOW, item("g", PAGE + 1, "خبر"));
    Added late = read(NOW.plus(Duration.ofDays(8)), item("g", PAGE + 1, "خبر معدل"));
    assertThat(late.fresh()).isEmpty();
    assertThat(late.edited()).isEmpty();
    assertThat(items.since(NOW, Long.MAX_VALUE, 9)).extracting(Item::title).containsExactly("خبر");
  }

  @Test
  void aHeadlineEditedWhereOnlyTheTextTellsApartIsTheSameItem() {
    read(NOW, text("خبر", LONG), text("آخر", "نص آخر"));
    Added added = read(NOW, text("خبر معدل", LONG), text("آخر", "نص آخر"));
    assertThat(added.fresh()).isEmpty();
    assertThat(after(added)).containsExactly("خبر معدل");
    assertThat(read(NOW, text("خبر معدل", LONG)).edited()).isEmpty();
  }

  @Test
  void twoItemsOverOneTextAreTwo() {
    assertThat(read(NOW, text("خبر", LONG), text("آخر", LONG)).fresh()).hasSize(2);
    assertThat(read(NOW, text("خبر", LONG), text("ثالث", LONG)).fresh()).hasSize(1);
  }

  @Test
  void oneTextBelowAllHeadlinesSwallowsNoItem() {
    read(NOW, text("زلزال في المغرب", LONG));
    assertThat(titles(read(NOW, text("انتخابات في تونس", LONG)).fresh()))
        .containsExactly("انتخابات في تونس");
    read(NOW, text("النفط يرتفع اليوم", LONG), text("الذهب ينخفض", LONG));
    assertThat(titles(read(NOW, text("النفط ينخفض اليوم", LONG)).fresh()))
        .containsExactly("النفط ينخفض اليوم");
  }

  @Test
  void aTeaserOfTwoWordsMakesNoTwoItemsOne() {
    String live = PAGE + "live";
    read(NOW, teased("live-1", live, "الجلسة الأولى", "اقرأ المزيد"));
    Added next = read(NOW, teased("live-2", live, "مؤتمر صحفي للوزير", "اقرأ المزيد"));
    assertThat(next.fresh()).hasSize(1);
    assertThat(next.unsteady()).isEmpty();
    assertThat(feed().identity()).isEqualTo(Identity.GUID);
  }

  private static Item teased(String guid, String link, String title, String teaser) {
    return new Item(0, 0, guid, link, title, teaser, null, null, null, NOW);
  }

  @Test
  void anArchivePublishedAgainIsSilentEvenAfterItsItemsWereDeleted() {
    read(NOW, item("g1", PAGE + 1, "خبر"), item("", PAGE + 2, "آخر"), text("ثالث", LONG));
    database.jdbi().useHandle(handle -> handle.execute("DELETE FROM items"));
    Added again =
        read(
            NOW.plus(Duration.ofDays(90)),
            item("g1", PAGE + 1, "خبر"),
            item("", PAGE + 2, "آخر"),
            text("ثالث", LONG));
    assertThat(again.fresh()).isEmpty();
    assertThat(again.edited()).isEmpty();
  }

  @Test
  void datesAndOrderDecideNothing() {
    read(NOW, item("g1", PAGE + 1, "خبر"));
    Item old =
        new Item(0, 0, "g2", PAGE + 2, "قديم", "", null, Instant.EPOCH, null, NOW, Details.NONE);
    assertThat(titles(read(NOW, item("g1", PAGE + 1, "خبر"), old).fresh())).containsExactly("قديم");
  }

  @Test
  void whatHasNoTextAtAllIsNotStoredUntilItHas() {
    assertThat(read(NOW, item("g1", PAGE + 1, "")).fresh()).isEmpty();
    assertThat(read(NOW, item("g1", PAGE + 1, "خبر")).fresh()).hasSize(1);
  }

  private Feed feed() {
    return feeds.all().get(0);
  }

  private Added read(Instant now, Item... published) {
    ParsedFeed document = new ParsedFeed("", "UTF-8", null, null, null, List.of(published));
    return database
        .jdbi()
        .inTransaction(handle -> items.addNew(handle, feeds, feed(), document, now));
  }

  private static List<String> after(Added added) {
    return titles(added.edited().stream().map(Added.Edit::after).toList());
  }

  private static List<String> titles(List<Item> items) {
    return items.stream().map(Item::title).toList();
  }

  private static Item item(String guid, @Nullable String link, String title) {
    return new Item(0, 0, guid, link, title, "", null, null, null, NOW);
  }

  private static Item text(String title, String summary) {
    return new Item(0, 0, "", null, title, summary, null, null, null, NOW);
  }
}
