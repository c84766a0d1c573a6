package org.marsad.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marsad.feed.CatalogueFeed;
import org.marsad.feed.CheckTimes;
import org.marsad.feed.FeedState;
import org.marsad.feed.Feeds;
import org.marsad.feed.Fetched.NotModified;
import org.marsad.feed.Reason;
import org.marsad.feed.SiteServer;
import org.marsad.feed.Validators;

class SourceListTest {
  private final Town town = new Town();
  private final Somebody salem = town.somebody();

  @AfterEach
  void close() {
    town.close();
  }

  private void read(String title) {
    NotModified answer = new NotModified(Validators.NONE, null, null);
    FeedState state = town.feed(title).state().unchanged(answer, town.now());
    checked(title, state, "not modified");
  }

  private void fails(String title, String outcome) {
    checked(title, town.feed(title).state().failed(Reason.TIMEOUT), outcome);
  }

  private void checked(String title, FeedState state, String outcome) {
    CheckTimes.Next next = new CheckTimes.Next(town.now(), "", false);
    town.feeds.checked(town.feed(title), new Feeds.Check(state, next, outcome, town.now()));
  }

  @Test
  void sourcesAreListedByCountryUnderItsName() {
    salem.types("المصادر");

    assertThat(salem.reads()).contains("مصدران");
    assertThat(salem.labels()).contains("ليبيا (1)", "السودان (1)");
  }

  @Test
  void theHealthOfEachIsSaidInWords() {
    salem.types("/sources").presses("ليبيا");
    assertThat(salem.reads()).contains("✓ 1. المرصد: لم يُقرأ بعد");

    read("المرصد");
    town.pass(Duration.ofMinutes(2));
    assertThat(salem.types("/sources").presses("ليبيا").reads())
        .contains("يعمل")
        .contains("قبل دقيقتين")
        .contains("القراءة التالية الآن");

    fails("المرصد", Reason.TIMEOUT.words() + ": 30 s");
    assertThat(salem.types("/sources").presses("ليبيا").reads())
        .contains("متعثّر (تأخر الجواب)، بدأ تعثّره الآن");

    fails("Sudan Wire", "something new");
    assertThat(salem.types("/sources").presses("السودان").reads())
        .contains("Sudan Wire: لم تنجح قراءته (تعذّرت قراءته)");
  }

  @Test
  void aSourceThatStoppedStaysInTheListWithItsReason() {
    read("المرصد");
    FeedState gone = town.feed("المرصد").state().failed(Reason.GONE);
    CheckTimes.Next never = new CheckTimes.Next(town.now(), Reason.GONE.words(), true);
    String outcome = Reason.GONE.words() + ": HTTP 410";
    town.feeds.checked(town.feed("المرصد"), new Feeds.Check(gone, never, outcome, town.now()));

    assertThat(salem.types("/sources").presses("ليبيا").reads())
        .contains("المرصد: توقفت قراءته (أُلغي نهائيًا)");
  }

  @Test
  void aSourceIsDroppedAndFollowedAgainAtATap() {
    salem.types("/sources").presses("ليبيا").presses("✓ 1");
    long chat = salem.chat().orElseThrow().id();
    assertThat(town.followed.heardBy(chat)).doesNotContain(town.feed("المرصد").id());
    assertThat(salem.toast()).contains("أوقفت").contains("المرصد");
    assertThat(salem.reads()).contains("✕ 1. المرصد");

    salem.presses("✕ 1");
    assertThat(town.followed.heardBy(chat)).contains(town.feed("المرصد").id());
    assertThat(salem.toast()).contains("من جديد");
  }

  @Test
  void aSourceThatIsGoneIsSaidToBeSo() {
    String tap = salem.types("/sources").presses("ليبيا").button("✓ 1").value();
    town.feeds.follow(List.of());
    salem.pressesData(tap);

    assertThat(salem.toast()).contains("لم يعد");
    assertThat(salem.reads()).contains("لا مصادر بعد");
  }

  @Test
  void sourcesAreGroupedByLanguageAndTopicToo() {
    town.feeds.follow(
        List.of(
            about("https://a.example/", "أ", "ar", List.of("اقتصاد", "نفط")),
            about("https://b.example/", "ب", "ar", List.of("نفط")),
            about("https://c.example/", "C", "en", List.of())));
    salem.types("/sources").presses("حسب اللغة");
    assertThat(salem.labels()).contains("العربية (2)", "الإنجليزية (1)");

    salem.presses("حسب الموضوع");
    assertThat(salem.labels()).contains("اقتصاد (1)", "نفط (2)");
    assertThat(salem.presses("نفط").reads()).contains("1. أ").contains("2. ب").doesNotContain("C");
    assertThat(salem.presses("رجوع").labels()).contains("نفط (2)");
  }

  private static CatalogueFeed about(String url, String title, String language, List<String> of) {
    return new CatalogueFeed(URI.create(url), title, language, "ly", of, false);
  }

  @Test
  void aWholeGroupIsDroppedAndFollowedAgain() {
    town.feeds.follow(
        List.of(
            new CatalogueFeed(URI.create("https://a.example/"), "أ", "ar", "ly"),
            new CatalogueFeed(URI.create("https://b.example/"), "ب", "ar", "ly"),
            new CatalogueFeed(URI.create("https://c.example/"), "ج", "ar", "sd")));
    salem.types("/sources").presses("ليبيا").presses("أوقفها كلها");
    long chat = salem.chat().orElseThrow().id();
    assertThat(town.followed.heardBy(chat)).containsExactly(town.feed("ج").id());
    assertThat(salem.reads()).contains("✕ 1").contains("✕ 2");
    assertThat(salem.labels()).doesNotContain("أوقفها كلها");

    salem.presses("تابعها كلها");
    assertThat(town.followed.heardBy(chat)).hasSize(3);
    assertThat(salem.types("/sources").reads()).contains("3 مصادر، والمتابَع الآن: 3");
  }

  @Test
  void theChatsOwnSourcesStandBelowTheCatalogueAndCanBeLeft() throws IOException {
    try (SiteServer site = new SiteServer().feed("/feed", "مصدر خاص", "خبر")) {
      salem.types("/addsource " + site.url("/feed"));
      town.somebody().types("/sources").presses("مصادر أضفناها (1)").presses("✓ 1");
      salem.types("/sources");
      assertThat(salem.labels()).doesNotContain("مصادر أضفناها (1)");

      salem.types("/addsource " + site.url("/feed")).types("/sources").presses("أضفناها");
      salem.presses("✓ 1").presses("أعد مصدر خاص");
      assertThat(salem.reads()).contains("أضفت المصدر: مصدر خاص");
      assertThat(town.inGroup(9, true).types("/sources").labels())
          .noneMatch(label -> label.contains("أضفناها"));
    }
  }

  @Test
  void nobodyFollowsAnotherChatsSourceByItsNumber() throws IOException {
    try (SiteServer site = new SiteServer().feed("/feed", "مصدر خاص", "خبر")) {
      salem.types("/addsource " + site.url("/feed"));
      long feed = town.feed("مصدر خاص").id();
      Somebody other = town.inGroup(9, true).types("/start");
      other.pressesData("source:own.:0:" + feed).pressesData("source:country.:0:" + feed);
      assertThat(town.followed.heardBy(other.chat().orElseThrow().id())).doesNotContain(feed);
    }
  }

  @Test
  void manySourcesArePaged() {
    town.feeds.follow(
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    new CatalogueFeed(
                        URI.create("https://s" + i + ".example/f"), "مصدر " + i, "ar", "int"))
            .toList());
    salem.types("/sources").presses("مصادر دولية (20)").presses("التالي");

    assertThat(salem.reads()).contains("الصفحة 2 من 3").contains("9. ");
  }
}
