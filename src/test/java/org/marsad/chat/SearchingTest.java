package org.marsad.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marsad.alert.Chat;
import org.marsad.text.Language;

/** Searches in what is stored. */
class SearchingTest {
  private final Town town = new Town();
  private final Somebody salem = town.somebody();

  @AfterEach
  void close() {
    town.close();
  }

  private void publishHourly(int items) {
    for (int i = 1; i <= items; i++) {
      town.publish("المرصد", "أسعار النفط رقم " + i, "");
      town.publish("المرصد", "طقس", "");
      town.pass(Duration.ofHours(1));
    }
  }

  @Test
  void aResultHasHeadlineLinkOutletLocalTimeAndTheHitMarked() {
    town.publish("المرصد", "اجتماع في فيينا", "بحث المجتمعون أسعار <النفط> طويلًا. ثم انصرفوا.");
    town.pass(Duration.ofMinutes(5));

    salem.types("ابحث عن نفط");

    assertThat(salem.html())
        .contains("<a href=\"https://one.example/1\">اجتماع في فيينا</a>")
        .contains("أسعار &lt;<b>النفط</b>&gt; طويلًا")
        .doesNotContain("انصرفوا");
    assertThat(salem.reads()).contains("المرصد").contains("14:00");
  }

  @Test
  void theNewestComeFirstAndButtonsTurnThePage() {
    publishHourly(7);

    salem.types("/search نفط");
    assertThat(salem.reads()).contains("رقم 7").contains("رقم 3").doesNotContain("رقم 2");
    assertThat(salem.labels()).contains("الأقدم").doesNotContain("الأحدث");

    salem.presses("الأقدم");
    assertThat(salem.replaced()).isTrue();
    assertThat(salem.reads()).contains("رقم 2").contains("رقم 1").doesNotContain("رقم 3");
    assertThat(salem.labels()).contains("الأحدث").doesNotContain("الأقدم");

    salem.presses("الأحدث");
    assertThat(salem.reads()).contains("رقم 7").contains("رقم 3").doesNotContain("رقم 2");
  }

  @Test
  void aLongQueryTurnsPagesToo() {
    publishHourly(7);
    String query = "(نفط أو غاز أو بترول أو محروقات أو وقود) -\"سوق الأسهم السعودية\" -كرة";

    salem.types("/search " + query).presses("الأقدم");

    assertThat(salem.reads()).contains("رقم 2").contains("محروقات");
  }

  @Test
  void theQueryLanguageIsThatOfWatches() {
    town.publish("المرصد", "هدنة في الجنوب", "");
    town.publish("المرصد", "هدنة في ملاعب الكرة", "");
    town.publish("Sudan Wire", "Truce holds", "");

    assertThat(salem.types("/search هدنة -كرة").reads())
        .contains("هدنة في الجنوب")
        .doesNotContain("ملاعب");
    assertThat(salem.types("/search lang:en truce").reads()).contains("Truce holds");
  }

  @Test
  void aNameOfAnEntityFindsItInEverySpelling() {
    town.publish("Sudan Wire", "Saddam Haftar meets envoys", "");
    town.publish("المرصد", "الفريق صدام حفتر يصل طبرق", "");

    assertThat(salem.types("ابحث عن صدام حفتر").reads())
        .contains("Saddam Haftar meets envoys")
        .contains("يصل طبرق");
  }

  @Test
  void nothingFoundSaysSoAndOffersToFollow() {
    town.publish("المرصد", "طقس", "");

    salem.types("/search نفط");
    assertThat(salem.reads()).contains("لا أخبار محفوظة مطابقة");
    salem.presses("تابع «نفط»");
    assertThat(salem.queries()).containsExactly("نفط");
  }

  @Test
  void aQueryThatDoesNotParseIsRefusedAsByWatch() {
    salem.types("/search هدنة (نفط أو غاز");

    assertThat(salem.html()).contains("هدنة ❗<u><b>(نفط</b></u> أو غاز");
    assertThat(salem.reads()).contains("هدنة (نفط أو غاز)");
  }

  @Test
  void withoutATextItAsksAndTakesTheNextLine() {
    town.publish("المرصد", "أسعار النفط", "");

    assertThat(salem.types("ابحث").reads()).contains("اكتب ما تبحث عنه");
    assertThat(salem.types("نفط").reads()).contains("أسعار النفط");
  }

  @Test
  void aPlainTextIsSearchedForAtATap() {
    town.publish("المرصد", "أسعار النفط", "");

    salem.types("نفط").presses("ابحث");

    assertThat(salem.reads()).contains("بحث: نفط").contains("أسعار النفط");
    assertThat(salem.watches()).isEmpty();
  }

  @Test
  void sourcesTheChatDroppedAreNotSearched() {
    town.publish("المرصد", "نفط", "");
    salem.types("/sources").presses("ليبيا").presses("✓ 1");

    assertThat(salem.types("/search نفط").reads()).contains("لا أخبار محفوظة مطابقة");
  }

  @Test
  void everybodyInAGroupMaySearch() {
    town.publish("المرصد", "أسعار النفط", "");
    town.inGroup(1, true).types("/start");

    assertThat(town.inGroup(2, false).types("/search نفط").reads()).contains("أسعار النفط");
  }

  @Test
  void inEnglishToo() {
    town.publish("Sudan Wire", "Oil prices rise", "");
    Somebody jane =
        new Somebody(town, new Chat.Address(8, 0), Chat.Kind.PRIVATE, 8, true, Language.EN);

    assertThat(jane.types("/search oil").reads())
        .contains("Search: oil")
        .contains("Oil prices rise (Sudan Wire, 14:00)");
  }
}
