package org.marsad.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marsad.alert.AlertButtons;
import org.marsad.alert.Delivery;
import org.marsad.alert.Message;
import org.marsad.alert.Outbox;
import org.marsad.alert.Outcome;
import org.marsad.alert.Told;
import org.marsad.feed.Item;
import org.marsad.text.Language;
import org.marsad.text.TelegramHtml;

/** Classes, quiet hours, digests and mutes, from the words typed to what is told. */
class MannersTest {
  private final Town town = new Town();
  private final Somebody salem = town.somebody();
  private final Outbox outbox = new Outbox(town.database.jdbi());

  @AfterEach
  void close() {
    town.close();
  }

  /** The town's noon is two in the afternoon in Tripoli. */
  private long alert(String title) {
    Item item = town.publish("المرصد", title, "");
    return town.matched(item, "المرصد");
  }

  /** What the outbox would tell now, told. */
  private List<Delivery> told() {
    List<Delivery> all = new ArrayList<>();
    List<Delivery> some = outbox.claim(100, Duration.ofMinutes(1), town.now());
    while (!some.isEmpty()) {
      all.addAll(some);
      outbox.write(
          some.stream().map(one -> Outcome.sent(one.id(), "", 100 + all.size())).toList(),
          town.now());
      some = outbox.claim(100, Duration.ofMinutes(1), town.now());
    }
    return all;
  }

  private List<String> notices() {
    return told().stream()
        .map(Delivery::told)
        .filter(Told.Notice.class::isInstance)
        .map(
            notice ->
                ((Told.Notice) notice).message().plain().replaceAll("[\\u2066-\\u2069\\u200F]", ""))
        .toList();
  }

  private int tellHeld() {
    return town.manners.digests().tell(town.now());
  }

  private String reason(long id) {
    return town.database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT state || ': ' || reason FROM outbox WHERE id = ?")
                    .bind(0, id)
                    .mapTo(String.class)
                    .one());
  }

  @Test
  void howSensitiveAWatchIsToSpikesIsChosenOnItsCard() {
    salem
        .types("راقب نفط")
        .types("/watches")
        .presses("1")
        .presses("📈 الارتفاع المفاجئ: لا يُنبَّه إليه");
    salem.presses("📈 الارتفاع المفاجئ: الكبير جدًا فقط");
    salem.presses("📈 الارتفاع المفاجئ: يُنبَّه إليه");
    salem.presses("📈 الارتفاع المفاجئ: ولو كان صغيرًا");
    salem.presses("📈 الارتفاع المفاجئ: لا يُنبَّه إليه");
  }

  private void grade(int number, String urgency) {
    salem.types("/watches").presses(Integer.toString(number)).presses(urgency);
  }

  @Test
  void aSilentWatchComesWithoutASoundAndTheListShowsTheClass() {
    salem.types("/watch نفط");
    grade(1, "صامت");
    assertThat(salem.labels()).contains("✓ صامت");
    assertThat(salem.types("/watches").reads()).contains("🔕 نفط");

    alert("أسعار النفط");
    assertThat(told()).singleElement().matches(Delivery::silent);
  }

  @Test
  void aDigestWatchWaitsForTheDigestAndIsToldOnceAlsoAfterADowntime() {
    salem.types("/watch نفط").types("/watch قمح");
    grade(1, "في الموجز");
    alert("أسعار النفط");
    alert("إنتاج النفط");
    assertThat(told()).isEmpty();
    assertThat(tellHeld()).isZero();

    town.pass(Duration.ofDays(3));
    assertThat(tellHeld()).isEqualTo(1);
    assertThat(tellHeld()).isZero();
    assertThat(notices())
        .singleElement()
        .asString()
        .contains("الموجز: خبران")
        .contains("نفط (2)")
        .contains("أسعار النفط")
        .contains("إنتاج النفط");
  }

  @Test
  void anItemOfAnInstantWatchTooIsNotLeftForTheDigest() {
    salem.types("/watch نفط").types("/watch أسعار");
    grade(1, "في الموجز");

    alert("أسعار النفط");
    assertThat(told()).hasSize(1);
  }

  @Test
  void theDigestCanBeHadAtOnceAndAnEmptyOneSaysSoWhereItIsAskedTo() {
    salem.types("/watch نفط");
    grade(1, "في الموجز");
    alert("أسعار النفط");

    assertThat(salem.types("موجز").presses("الموجز الآن").toast()).contains("طريقه");
    assertThat(notices()).singleElement().asString().contains("أسعار النفط");
    assertThat(salem.types("/digest").presses("الموجز الآن").reads()).contains("لا جديد");

    salem.types("/digest 9 و 21").presses("أخبرني إن كان فارغًا");
    assertThat(salem.reads()).contains("09:00 · 21:00").contains("أخبرتك");
    town.pass(Duration.ofHours(8));
    tellHeld();
    tellHeld();
    assertThat(notices()).singleElement().asString().contains("لا جديد");
  }

  @Test
  void aLongDigestIsSplitBetweenItems() {
    salem.types("/watch نفط");
    grade(1, "في الموجز");
    Set<String> titles = new HashSet<>();
    for (int i = 100; i < 140; i++) {
      String title = "خبر " + i + " عن النفط " + "وكلام طويل ".repeat(20) + "آخره " + i;
      titles.add("آخره " + i);
      alert(title);
    }

    town.pass(Duration.ofDays(1));
    assertThat(tellHeld()).isGreaterThan(1);
    List<Message> messages =
        told().stream().map(one -> ((Told.Notice) one.told()).message()).toList();
    for (Message message : messages) {
      String shown = TelegramHtml.read(message.html());
      assertThat(shown.codePointCount(0, shown.length())).isLessThanOrEqualTo(4096);
      titles.removeIf(shown.replaceAll("[\\u2066-\\u2069\\u200F]", "")::contains);
    }
    assertThat(titles).isEmpty();
  }

  @Test
  void whatQuietHoursHoldBackComesTogetherAtTheirEnd() {
    salem.types("/watch نفط").types("/watch انفجار");
    grade(2, "عاجل");
    assertThat(salem.types("ساعات الهدوء 13-20").reads()).contains("من 13:00 إلى 20:00");

    alert("أسعار النفط");
    alert("إنتاج النفط");
    alert("انفجار في ميناء");
    assertThat(told()).hasSize(1);
    town.pass(Duration.ofHours(7));
    assertThat(tellHeld()).isEqualTo(1);
    assertThat(notices()).singleElement().asString().contains("ساعات الهدوء: خبران");
    alert("نفط من جديد");
    assertThat(told()).hasSize(1);
  }

  @Test
  void endingQuietHoursBringsWhatTheyHeld() {
    salem.types("/watch نفط").types("/quiet 13-20");
    alert("أسعار النفط");

    assertThat(salem.types("/quiet").presses("بلا ساعات هدوء").reads()).contains("لا ساعات هدوء");
    assertThat(tellHeld()).isEqualTo(1);
  }

  @Test
  void urgentWatchesWaitTooWhereTheChatWantsIt() {
    salem.types("/watch نفط").types("/quiet 13-20");
    grade(1, "عاجل");
    salem.types("/quiet").presses("لا ترنّ العاجلة");

    alert("أسعار النفط");
    assertThat(told()).isEmpty();
  }

  @Test
  void hoursThatAreNoneAreRefusedWithAnExample() {
    assertThat(salem.types("/quiet متى شئت").reads()).contains("مثال").contains("22:30 - 7");
    assertThat(salem.types("/digest غدا").reads()).contains("مثال");
    salem.types("/quiet").presses("ساعات أخرى");
    assertThat(salem.types("؟").reads()).contains("مثال");
    assertThat(salem.types("٢٣ إلى ٦").reads()).contains("من 23:00 إلى 06:00");
  }

  @Test
  void aMutedWatchIsNotToldAndTheReasonIsKept() {
    salem.types("/watch نفط");
    long before = alert("أسعار النفط");
    assertThat(told()).hasSize(1);
    salem.pressesData(AlertButtons.MUTE + ":" + before);
    assertThat(salem.labels()).contains("نفط", "📰 المرصد", "كل شيء");
    salem.presses("نفط").presses("ساعة");
    assertThat(salem.reads()).contains("كُتم: نفط حتى 15:00");

    long muted = alert("إنتاج النفط");
    assertThat(told()).isEmpty();
    assertThat(reason(muted)).isEqualTo("suppressed: muted: the watch");
    town.pass(Duration.ofHours(1));
    alert("النفط يرتفع");
    assertThat(told()).hasSize(1);
  }

  @Test
  void aSourceOrEverythingIsMutedUntilMorningOrForEver() {
    salem.types("/watch نفط").types("اكتم المرصد").presses("حتى الصباح");
    assertThat(salem.reads()).contains("07:00");
    assertThat(reason(alert("أسعار النفط"))).contains("the source until 2026-03-04T05:00");
    salem.types("/mute all").presses("دائمًا");
    assertThat(salem.types("ألغ الكتم").reads()).contains("المرصد").contains("كل شيء");

    town.pass(Duration.ofDays(2));
    assertThat(salem.types("/unmute").reads()).doesNotContain("المرصد");
    assertThat(reason(alert("نفط آخر"))).isEqualTo("suppressed: muted: everything");
    salem.types("/unmute").presses("ألغِ كتم كل شيء");
    assertThat(salem.reads()).contains("لا شيء مكتوم");
    alert("نفط جديد");
    assertThat(told()).hasSize(1);
  }

  @Test
  void whatCannotBeMutedIsSaidWithAnExample() {
    assertThat(salem.types("/mute كذا").reads()).contains("كذا").contains("اكتم كل شيء");
    assertThat(salem.types("/watch نفط").types("اكتم 1").reads()).contains("مدة كتم نفط");
  }

  @Test
  void whatIsTooMuchInAnHourComesAsOneMessageWithAButton() {
    salem.types("/watch نفط");
    for (int i = 0; i < 57; i++) {
      alert("خبر النفط رقم " + (100 + i));
    }
    assertThat(told()).hasSize(20);
    assertThat(tellHeld()).isZero();

    town.pass(Duration.ofHours(1));
    assertThat(tellHeld()).isEqualTo(1);
    Message folded = ((Told.Notice) told().get(0).told()).message();
    assertThat(folded.plain()).contains("37").contains("نفط");
    salem.pressesData(folded.buttons().get(0).get(0).value());
    assertThat(salem.reads()).contains("رقم 120").contains("رقم 156");
  }

  @Test
  void membersOfAGroupMuteNothing() {
    Somebody member = town.inGroup(6, false);
    town.inGroup(5, true).types("/watch نفط");

    assertThat(member.types("/mute all").reads()).contains("مشرفيها");
    member.pressesData("mute_for:ALL:0:EVER");
    assertThat(member.toast()).contains("للمشرفين");
  }

  @Test
  void aStoppedChatIsToldNothingOfWhatWasHeld() {
    salem.types("/watch نفط").types("/quiet 13-20");
    alert("أسعار النفط");
    salem.types("/stop").types("/resume");

    town.pass(Duration.ofHours(8));
    assertThat(tellHeld()).isZero();
  }

  @Test
  void anotherZoneMovesTheDigest() {
    salem.types("/watch نفط");
    grade(1, "في الموجز");
    alert("أسعار النفط");
    salem.pressesData("zone:Asia/Tokyo");

    town.pass(Duration.between(town.now(), Instant.parse("2026-03-03T23:00:00Z")));
    assertThat(tellHeld()).isEqualTo(1);
  }

  @Test
  void anotherZoneMovesWhatQuietHoursHold() {
    salem.types("/watch نفط").types("/quiet 13-20");
    alert("أسعار النفط");
    salem.pressesData("zone:Asia/Tokyo"); // nine in the evening there
    assertThat(tellHeld()).isEqualTo(1);

    salem.types("/quiet 20-22");
    alert("إنتاج النفط");
    salem.types("/quiet 20-23").pressesData("zone:Asia/Shanghai"); // eight there, three hours to go
    town.pass(Duration.ofHours(2));
    assertThat(tellHeld()).isZero();
    town.pass(Duration.ofHours(1));
    assertThat(tellHeld()).isEqualTo(1);
  }

  @Test
  void itWorksInEnglishToo() {
    Somebody anna = salem.speaking(Language.EN);
    anna.types("/watch oil").types("/quiet 22-7");
    assertThat(anna.reads()).contains("Quiet hours: 22:00–07:00");
    assertThat(anna.types("/mute oil").presses("One hour").reads()).contains("Muted: oil");
    assertThat(anna.types("/digest").reads()).contains("08:00");
  }
}
