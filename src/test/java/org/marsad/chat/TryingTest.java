package org.marsad.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Dry runs on what is stored. */
class TryingTest {
  private final Town town = new Town();
  private final Somebody salem = town.somebody();

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void aDryRunSaysHowManyAlertsADayAndShowsTheNewestWithTheirHits() {
    for (int day = 0; day < 7; day++) {
      town.publish("المرصد", "أسعار النفط في اليوم " + day, "");
      town.publish("المرصد", "طقس", "خبر عن أسعار <النفط> وغيرها. جملة أخرى لا علاقة لها.");
      town.publish("Sudan Wire", "Weather", "Rain.");
      town.pass(Duration.ofDays(1));
    }
    salem.types("جرّب نفط");

    assertThat(salem.reads()).contains("14 خبرًا مطابقًا").contains("نحو تنبيهين في اليوم");
    assertThat(salem.html())
        .contains("أسعار <b>النفط</b> في اليوم 6")
        .contains("عن أسعار &lt;<b>النفط</b>&gt; وغيرها")
        .doesNotContain("لا علاقة");
    assertThat(salem.reads().lines().filter(line -> line.startsWith("•"))).hasSize(5);
    assertThat(salem.watches()).isEmpty();
  }

  @Test
  void plainTextIsAnsweredWithAnOfferAndItsHitsOfTheWeek() {
    salem.types("/start");
    town.publish("المرصد", "ارتفاع أسعار النفط", "تجاوز البرميل السبعين.");
    town.publish("المرصد", "هدنة جديدة", "وأثرها في أسواق النفط.");
    town.publish("Sudan Wire", "Talks resume", "No progress.");

    salem.types("نفط");

    assertThat(salem.reads()).contains("نفط").contains("خبران");
    salem.presses("تابع «نفط»");
    assertThat(salem.queries()).containsExactly("نفط");
  }

  @Test
  void itSaysSoWhereLessThanAWeekIsStored() {
    town.publish("المرصد", "نفط", "");
    town.pass(Duration.ofDays(2));

    assertThat(salem.types("/test نفط").reads()).contains("أسبوع كامل").contains("خلال آخر يومين");
  }

  @Test
  void itSaysSoWhereNothingIsStored() {
    assertThat(salem.types("/test نفط").reads()).contains("لا أخبار محفوظة");
  }

  @Test
  void itSaysSoWhereNothingMatched() {
    town.publish("المرصد", "طقس", "");

    assertThat(salem.types("/test نفط").reads()).contains("لا أخبار مطابقة").contains("أعمّ");
  }

  @Test
  void sourcesTheChatDroppedDoNotCount() {
    town.publish("المرصد", "نفط", "");
    salem.types("/sources").presses("ليبيا").presses("✓ 1");

    assertThat(salem.types("/test نفط").reads()).contains("لا أخبار مطابقة");
  }

  @Test
  void whatWasTriedIsFollowedAtATapAsItWasTyped() {
    town.publish("المرصد", "نفط", "");
    salem.types("/test نفط أو غاز").presses("تابع «");

    assertThat(salem.watches())
        .singleElement()
        .satisfies(w -> assertThat(w.label()).isEqualTo("نفط أو غاز"));
  }

  @Test
  void aQueryThatDoesNotParseIsRefusedHereToo() {
    assertThat(salem.types("/test (نفط").reads()).contains("قوس");
  }

  @Test
  void withoutATextItAsksAndTakesTheNextLine() {
    town.publish("المرصد", "نفط", "");

    assertThat(salem.types("/test").reads()).contains("اكتب ما تريد تجربته");
    assertThat(salem.types("نفط").reads()).contains("خبر واحد مطابق");
  }

  @Test
  void aDryRunIsBoundedAndSaysWhatItLeftOut() {
    String book = "كلمة ".repeat(500_000);
    for (int i = 0; i < 12; i++) {
      town.publish("المرصد", "نفط", book);
      town.pass(Duration.ofHours(1));
    }

    salem.types("/test نفط");

    assertThat(salem.reads())
        .contains("4 أخبار مطابقة")
        .contains("أحدث الأخبار وحدها")
        .doesNotContain("أسبوع كامل");
  }
}
