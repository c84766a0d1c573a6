package org.marsad.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marsad.text.Language;

/** What people type and nobody had in mind is answered, in a message that Telegram takes. */
class OddInputTest {
  /** As much as one message can hold. */
  private static final int MOST = 4096;

  private final Town town = new Town();
  private final Somebody salem = town.somebody();

  @AfterEach
  void close() {
    town.close();
  }

  private static String upTo(int chars, String repeated) {
    return repeated.repeat(chars / repeated.length());
  }

  @Test
  void theLongestTextBehindAnyCommandIsAnswered() {
    salem.types("/watch نفط");
    for (String text : List.of(upTo(MOST - 20, "كلمة طويلة "), upTo(MOST - 20, "ط"))) {
      for (Verb verb : Verb.values()) {
        assertThat(salem.types(verb.slashed() + " " + text).reads()).as(verb.name()).isNotBlank();
      }
      assertThat(salem.types("/" + text).reads()).isNotBlank();
      assertThat(salem.types(text).reads()).isNotBlank();
    }
  }

  @Test
  void theLongestAnswerToAnyQuestionIsAnswered() {
    String text = upTo(MOST, "كلمة طويلة ");
    salem.types("/start");
    for (Question question : Question.values()) {
      if (question != Question.MUST_HAVE) {
        salem.pressesData("ask:" + question);
        assertThat(salem.types(text).reads()).as(question.name()).isNotBlank();
      }
    }
  }

  @Test
  void aNumberIsRepeatedAsItWasTyped() {
    salem.types("/watch نفط");

    assertThat(salem.types("احذف ٩٩٩٩").reads()).contains("بالرقم 9999 في");
  }

  @Test
  void aDigestNowCanBeTyped() {
    assertThat(salem.types("موجز الآن").reads()).contains("لا جديد");
    assertThat(salem.types("/digest now").reads()).contains("لا جديد");
  }

  @Test
  void quietHoursAreSetAndEndedInWords() {
    assertThat(salem.types("ساعات الهدوء من ١٠ مساءً إلى ٧ صباحا").reads())
        .contains("من 22:00 إلى 07:00");
    assertThat(salem.types("ساعات الهدوء بلا").reads()).contains("لا ساعات هدوء");
    salem.types("/quiet 22-7").types("/quiet").presses("ساعات أخرى");
    assertThat(salem.types("لا").reads()).contains("لا ساعات هدوء");
    assertThat(salem.types("/quiet 22-7").types("/quiet off").reads()).contains("لا ساعات هدوء");
  }

  @Test
  void anAddressThatIsTypedAloneCanBeAddedByATap() {
    assertThat(salem.types("http://127.0.0.1:1/feed").labels()).contains("أضفه مصدرًا");
    assertThat(salem.presses("أضفه").reads()).contains("لم أستطع قراءة 127.0.0.1:1/feed");
    assertThat(salem.types("3.5").labels()).doesNotContain("أضفه مصدرًا");
    assertThat(salem.types("زيارة إلى libyaherald.com").labels()).doesNotContain("أضفه مصدرًا");
  }

  @Test
  void whatIsNotReadIsSaidNotToBe() {
    assertThat(salem.does(new Incoming.Unread()).reads()).contains("لا أقرأ إلا النص");
    assertThat(salem.speaking(Language.EN).does(new Incoming.Unread()).answered()).hasSize(1);
    assertThat(town.inGroup(5, true).does(new Incoming.Unread()).answered()).isEmpty();
  }

  @Test
  void aQuestionStaysOpenOverAPicture() {
    salem.types("/search").does(new Incoming.Unread());
    assertThat(salem.types("نفط").reads()).contains("بحث: نفط");
  }

  @Test
  void everyAnswerNamesWhatToDoNext() {
    for (String text :
        List.of("/mute كذا", "/quiet كذا", "/digest كذا", "/addsource كذا", "/xyz", "👍")) {
      assertThat(salem.types(text).reads()).contains("مثال").doesNotContain("null", "{");
    }
  }
}
