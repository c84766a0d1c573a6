package org.marsad.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marsad.feed.CatalogueFeed;
import org.marsad.feed.FoundFeed;
import org.marsad.feed.Item;
import org.marsad.feed.ParsedFeed;

/** A watch is made to find less after an alert that was not meant. */
class NarrowingTest {
  private static final int MESSAGE = 40;

  private final Town town = new Town();
  private final Somebody salem = town.somebody();

  @AfterEach
  void close() {
    town.close();
  }

  private long alerted(String title) {
    return town.alert(town.publish("المرصد", title, ""), "المرصد", MESSAGE);
  }

  private boolean hits(String title, String outlet) {
    Item item = town.publish(outlet, title, "");
    return !town.matcher.match(item, town.feed(outlet)).hits().isEmpty();
  }

  private boolean hits(String title) {
    return hits(title, "المرصد");
  }

  private void outlets(String... titlesAndAddresses) {
    List<CatalogueFeed> feeds =
        Stream.iterate(0, i -> i + 2)
            .limit(titlesAndAddresses.length / 2)
            .map(
                i ->
                    new CatalogueFeed(
                        URI.create(titlesAndAddresses[i + 1]), titlesAndAddresses[i], "ar", "ly"))
            .toList();
    town.feeds.follow(feeds);
  }

  @Test
  void aSourceThatIsLeftOutIsThatOneAlone() {
    outlets(
        "المرصد", "https://one.example/feed",
        "المرصد السوري", "https://three.example/feed",
        "أخبار المرصد", "https://one.example/feed/sport",
        "صوت الساحل", "https://one.example/Feed");
    salem.types("/watch صقر");
    long id = alerted("صقر يفوز في سباق الهجن السنوي");

    salem.pressesData("not_meant:" + id).presses("لا من المرصد");
    assertThat(hits("صقر يلتقي الوفد")).isFalse();
    assertThat(hits("صقر يلتقي الوفد", "المرصد السوري")).isTrue();
    assertThat(hits("صقر يلتقي الوفد", "أخبار المرصد")).isTrue();
    assertThat(hits("صقر يلتقي الوفد", "صوت الساحل")).isTrue();

    salem.presses("تراجع");
    assertThat(hits("صقر يلتقي وفدًا آخر")).isTrue();
  }

  @Test
  void aSourceThatIsLeftOutIsCalledByItsTitle() {
    salem.types("/watch صقر");
    long id = alerted("صقر يفوز في سباق الهجن السنوي");

    salem.pressesData("not_meant:" + id).presses("لا من المرصد");
    assertThat(salem.reads()).contains("هذا المصدر: المرصد").doesNotContain("http");
    assertThat(salem.types("/watches").reads())
        .contains("صقر -مصدر:«المرصد»")
        .doesNotContain("http");
    Item other = town.publish("Sudan Wire", "صقر يلتقي الوفد", "");
    town.alert(other, "Sudan Wire", MESSAGE + 1);
    assertThat(salem.replies(MESSAGE + 1, "/why").reads()).contains("ليس من المصدر: المرصد");
  }

  @Test
  void aRequiredWordIsRequiredBesideTheContextWordsOfAnOwnEntity() {
    salem.types("/watch").presses("جهة خاصة").types("صقر").types("تم").types("الحزب").types("تم");
    long id = alerted("صقر والحزب في سباق الهجن");

    salem.pressesData("not_meant:" + id).presses("اشترط").types("انتخابات");
    assertThat(hits("صقر والحزب في سباق آخر")).isFalse();
    assertThat(hits("صقر في انتخابات")).isFalse();
    assertThat(hits("صقر والحزب في انتخابات")).isTrue();
  }

  @Test
  void anAnswerThatChangesNothingIsAnsweredInWords() {
    salem.types("/watch صقر -حزب");
    long id = alerted("صقر يفوز في سباق الهجن");
    salem.pressesData("not_meant:" + id);
    String require = salem.button("اشترط").value();

    salem.pressesData(require).types("سباق");
    assertThat(salem.pressesData(require).types("سباق").reads()).contains("من قبل");
    salem.pressesData(require);
    town.watches.remove(salem.chat().orElseThrow().id(), salem.watches().get(0).id());
    assertThat(salem.types("هجن").reads()).contains("محذوفة");
  }

  @Test
  void everyProposalShowsItsWordHoweverLongTheNameOfItsWatch() {
    salem.types("/watch (صقر أو نسر أو عقاب) (سباق أو مضمار) (الهجن أو الإبل أو الخيول)");
    salem.types("/watch (صقر أو نسر أو بازي) (فوز أو يفوز) (الهجن أو الإبل أو الجمال)");
    long id = alerted("صقر المستقبل يفوز في سباق الهجن التقليدي");

    salem.pressesData("not_meant:" + id);
    assertThat(salem.labels()).anyMatch(label -> label.startsWith("-المستقبل ("));
    assertThat(salem.labels()).anyMatch(label -> label.startsWith("-التقليدي ("));
    assertThat(salem.labels()).anyMatch(label -> label.startsWith("لا من المرصد ("));
    assertThat(salem.labels()).allSatisfy(label -> assertThat(label).hasSizeLessThan(64));
  }

  @Test
  void aWordTooLongForAButtonIsNotProposed() {
    for (int i = 0; i < 12; i++) {
      salem.types("/watch مادة" + i);
    }
    salem.types("/watch صقر");
    long id = alerted("صقر " + "ሰ".repeat(18) + " يفوز");

    salem.pressesData("not_meant:" + id);
    assertThat(salem.labels()).contains("-يفوز");
  }

  @Test
  void nothingShowsOfASourceOfAnotherChat() {
    Somebody other = town.inGroup(5, true).types("/start");
    ParsedFeed content = new ParsedFeed("وكالة سرية", "UTF-8", null, "ar", null, List.of());
    long secret =
        town.followed
            .follow(
                other.chat().orElseThrow().id(),
                new FoundFeed(URI.create("https://secret.example/feed"), content),
                Town.QUOTA,
                town.now())
            .feedId();
    salem.types("/watch صقر");
    long watch = salem.watches().get(0).id();

    assertThat(salem.types("/mute وكالة سرية").reads()).contains("لا متابعة ولا مصدر");
    salem.pressesData("mute:SOURCE:" + secret);
    assertThat(salem.toast() + salem.reads()).contains("قديم").doesNotContain("سرية");
    salem.pressesData("mute_for:SOURCE:" + secret + ":HOUR");
    assertThat(salem.toast() + salem.reads()).contains("قديم").doesNotContain("سرية");
    salem.pressesData("not_from:" + watch + ":" + secret);
    assertThat(salem.toast() + salem.reads()).contains("قديم").doesNotContain("سرية");
    assertThat(other.types("/mute وكالة سرية").reads()).contains("كم تدوم");
  }
}
