package org.marsad.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marsad.alert.Delivery;
import org.marsad.alert.Message;
import org.marsad.alert.Told;
import org.marsad.feed.Item;
import org.marsad.text.TelegramHtml;

/** What is held back, for digests, quiet hours and the limit of an hour, and what comes of it. */
class HoldingTest {
  private final Town town = new Town();
  private final Somebody salem = town.somebody();
  private final Mailbox news = new Mailbox(town, salem);

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void aDigestWatchWaitsForTheDigestAndIsToldOnceAlsoAfterADowntime() {
    salem.types("/watch نفط").types("/watch قمح");
    news.grade(1, "في الموجز");
    news.alert("أسعار النفط");
    news.alert("إنتاج النفط");
    assertThat(news.told()).isEmpty();
    assertThat(news.tellHeld()).isZero();

    town.pass(Duration.ofDays(3));
    assertThat(news.tellHeld()).isEqualTo(1);
    assertThat(news.tellHeld()).isZero();
    assertThat(news.notices())
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
    news.grade(1, "في الموجز");

    news.alert("أسعار النفط");
    assertThat(news.told()).hasSize(1);
  }

  @Test
  void theDigestCanBeHadAtOnceAndAnEmptyOneSaysSoWhereItIsAskedTo() {
    salem.types("/watch نفط");
    news.grade(1, "في الموجز");
    news.alert("أسعار النفط");

    assertThat(salem.types("موجز").presses("الموجز الآن").toast()).contains("طريقه");
    assertThat(news.notices()).singleElement().asString().contains("أسعار النفط");
    assertThat(salem.types("/digest").presses("الموجز الآن").reads()).contains("لا جديد");

    salem.types("/digest 9 و 21").presses("أخبرني إن كان فارغًا");
    assertThat(salem.reads()).contains("09:00 · 21:00").contains("أخبرتك");
    town.pass(Duration.ofHours(8));
    news.tellHeld();
    news.tellHeld();
    assertThat(news.notices()).singleElement().asString().contains("لا جديد");
  }

  @Test
  void aLongDigestIsSplitBetweenItems() {
    salem.types("/watch نفط");
    news.grade(1, "في الموجز");
    Set<String> titles = new HashSet<>();
    for (int i = 100; i < 140; i++) {
      String title = "خبر " + i + " عن النفط " + "وكلام طويل ".repeat(20) + "آخره " + i;
      titles.add("آخره " + i);
      news.alert(title);
    }

    town.pass(Duration.ofDays(1));
    assertThat(news.tellHeld()).isGreaterThan(1);
    List<Message> messages =
        news.told().stream().map(one -> ((Told.Notice) one.told()).message()).toList();
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
    news.grade(2, "عاجل");
    assertThat(salem.types("ساعات الهدوء 13-20").reads()).contains("من 13:00 إلى 20:00");

    news.alert("أسعار النفط");
    news.alert("إنتاج النفط");
    news.alert("انفجار في ميناء");
    assertThat(news.told()).hasSize(1);
    town.pass(Duration.ofHours(7));
    assertThat(news.tellHeld()).isEqualTo(1);
    assertThat(news.notices()).singleElement().asString().contains("ساعات الهدوء: خبران");
    news.alert("نفط من جديد");
    assertThat(news.told()).hasSize(1);
  }

  @Test
  void endingQuietHoursBringsWhatTheyHeld() {
    salem.types("/watch نفط").types("/quiet 13-20");
    news.alert("أسعار النفط");

    assertThat(salem.types("/quiet").presses("بلا ساعات هدوء").reads()).contains("لا ساعات هدوء");
    assertThat(news.tellHeld()).isEqualTo(1);
  }

  @Test
  void whatIsTooMuchInAnHourComesAsOneMessageWithAButton() {
    salem.types("/watch نفط");
    for (int i = 0; i < 57; i++) {
      news.alert("خبر النفط رقم " + (100 + i));
    }
    assertThat(news.told()).hasSize(20);
    assertThat(news.tellHeld()).isZero();

    town.pass(Duration.ofHours(1));
    assertThat(news.tellHeld()).isEqualTo(1);
    Message folded = ((Told.Notice) news.told().get(0).told()).message();
    assertThat(folded.plain()).contains("37").contains("نفط");
    salem.pressesData(folded.buttons().get(0).get(0).value());
    assertThat(salem.reads()).contains("رقم 120").contains("رقم 156");
  }

  @Test
  void aDigestThatIsDueInQuietHoursComesAtTheirEnd() {
    salem.types("/watch نفط").types("/digest 20").types("/quiet 19-23");
    news.grade(1, "في الموجز");
    salem.types("/digest").presses("أخبرني إن كان فارغًا");
    news.alert("أسعار النفط");

    town.pass(Duration.ofHours(7));
    assertThat(news.tellHeld()).isZero();
    town.pass(Duration.ofHours(2));
    assertThat(news.tellHeld()).isEqualTo(1);
    assertThat(news.notices()).singleElement().asString().contains("أسعار النفط");
  }

  @Test
  void wordOfAnEmptyDigestComesAtTheEndOfQuietHoursToo() {
    salem.types("/watch نفط").types("/digest 20").types("/quiet 19-23");
    salem.types("/digest").presses("أخبرني إن كان فارغًا");

    town.pass(Duration.ofHours(7));
    assertThat(news.tellHeld()).isZero();
    town.pass(Duration.ofHours(2));
    assertThat(news.tellHeld()).isEqualTo(1);
    assertThat(news.notices()).singleElement().asString().contains("لا جديد");
    town.pass(Duration.ofHours(20));
    assertThat(news.tellHeld()).isZero();
  }

  @Test
  void anEmptyDigestStaysAwayWhereTheChatDidNotAskForIt() {
    salem.types("/watch نفط");
    news.grade(1, "في الموجز");

    town.pass(Duration.ofDays(2));
    assertThat(news.tellHeld()).isZero();
  }

  @Test
  void whatWasTooMuchInAnHourBeforeQuietHoursComesAtTheirEnd() {
    salem.types("/watch نفط").types("/quiet 15-20");
    for (int i = 0; i < 25; i++) {
      news.alert("خبر النفط رقم " + (100 + i));
    }
    assertThat(news.told()).hasSize(20);

    town.pass(Duration.ofHours(1));
    assertThat(news.tellHeld()).isZero();
    town.pass(Duration.ofHours(5));
    assertThat(news.tellHeld()).isEqualTo(1);
  }

  @Test
  void whatSilentWatchesHadInQuietHoursComesWithoutASound() {
    salem.types("/watch نفط").types("/watch قمح").types("/quiet 13-20");
    news.grade(1, "صامت");
    news.alert("أسعار النفط");
    town.pass(Duration.ofHours(7));
    news.tellHeld();
    assertThat(news.told()).singleElement().matches(Delivery::silent);

    town.pass(Duration.ofHours(18));
    news.alert("أسعار النفط ترتفع");
    news.alert("أسعار القمح");
    town.pass(Duration.ofHours(6));
    news.tellHeld();
    assertThat(news.told()).singleElement().matches(one -> !one.silent());
  }

  @Test
  void whileEverythingIsMutedNoDigestComesAndThenItDoes() {
    salem.types("/watch نفط").types("/digest 15");
    news.grade(1, "في الموجز");
    news.alert("أسعار النفط");
    salem.types("/mute all").presses("ثماني ساعات");

    town.pass(Duration.ofHours(2));
    assertThat(news.tellHeld()).isZero();
    town.pass(Duration.ofHours(6));
    assertThat(news.tellHeld()).isEqualTo(1);
  }

  @Test
  void whatIsMutedMeanwhileIsNotInTheDigest() {
    salem.types("/watch نفط").types("/watch قمح").types("/digest 15");
    news.grade(1, "في الموجز");
    news.grade(2, "في الموجز");
    news.alert("أسعار القمح");
    long held = news.alert("أسعار النفط");
    salem.types("/mute نفط").presses("دائمًا");

    town.pass(Duration.ofHours(2));
    assertThat(news.tellHeld()).isEqualTo(1);
    assertThat(news.notices())
        .singleElement()
        .asString()
        .contains("أسعار القمح")
        .doesNotContain("أسعار النفط");
    assertThat(news.reason(held)).isEqualTo("suppressed: muted: the watch");
  }

  @Test
  void whatIsNotFollowedAnyMoreIsNotInTheDigest() {
    salem.types("/watch نفط").types("/watch قمح").types("/watch ذهب").types("/digest 15");
    for (int number = 1; number <= 3; number++) {
      news.grade(number, "في الموجز");
    }
    news.alert("أسعار القمح");
    long removed = news.alert("أسعار النفط");
    Item dropped = town.publish("Sudan Wire", "أسعار الذهب", "");
    long fromDropped = town.matched(dropped, "Sudan Wire");
    salem.types("احذف نفط").presses("نعم، احذف");
    town.followed.drop(salem.chat().orElseThrow().id(), dropped.feedId());

    town.pass(Duration.ofHours(2));
    assertThat(news.tellHeld()).isEqualTo(1);
    assertThat(news.notices())
        .singleElement()
        .asString()
        .contains("أسعار القمح")
        .doesNotContain("أسعار النفط", "أسعار الذهب");
    assertThat(news.reason(removed)).isEqualTo("suppressed: its watches were removed");
    assertThat(news.reason(fromDropped)).isEqualTo("suppressed: the chat dropped the source");
  }

  @Test
  void theDigestComesOnceADayAlsoWhenTheClockIsPutForward() {
    salem.types("/watch نفط").types("/digest 0:30").pressesData("zone:Africa/Cairo");
    news.grade(1, "في الموجز");
    town.pass(Duration.between(town.now(), Instant.parse("2026-04-23T12:00:00Z")));
    news.alert("أسعار النفط");
    town.pass(Duration.between(town.now(), Instant.parse("2026-04-23T22:29:00Z")));
    assertThat(news.tellHeld()).isZero(); // the clock is put forward from 24:00 to 1:00
    town.pass(Duration.ofMinutes(1));
    assertThat(news.tellHeld()).isEqualTo(1);
    news.alert("إنتاج النفط");
    town.pass(Duration.ofHours(22));
    assertThat(news.tellHeld()).isZero();
    town.pass(Duration.ofHours(1));
    assertThat(news.tellHeld()).isEqualTo(1);
  }

  @Test
  void anotherZoneMovesTheDigest() {
    salem.types("/watch نفط");
    news.grade(1, "في الموجز");
    news.alert("أسعار النفط");
    salem.pressesData("zone:Asia/Tokyo");

    town.pass(Duration.between(town.now(), Instant.parse("2026-03-03T23:00:00Z")));
    assertThat(news.tellHeld()).isEqualTo(1);
  }

  @Test
  void anotherZoneMovesWhatQuietHoursHold() {
    salem.types("/watch نفط").types("/quiet 13-20");
    news.alert("أسعار النفط");
    salem.pressesData("zone:Asia/Tokyo"); // nine in the evening there
    assertThat(news.tellHeld()).isEqualTo(1);

    salem.types("/quiet 20-22");
    news.alert("إنتاج النفط");
    salem.types("/quiet 20-23").pressesData("zone:Asia/Shanghai"); // eight there, three hours to go
    town.pass(Duration.ofHours(2));
    assertThat(news.tellHeld()).isZero();
    town.pass(Duration.ofHours(1));
    assertThat(news.tellHeld()).isEqualTo(1);
  }
}
