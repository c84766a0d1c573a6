package org.marsad.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marsad.alert.AlertButtons;
import org.marsad.feed.Item;
import org.marsad.text.Language;

/** Why an alert came, and what can be done where it was not meant. */
class ReasoningTest {
  private static final int MESSAGE = 40;

  private final Town town = new Town();
  private final Somebody salem = town.somebody();

  @AfterEach
  void close() {
    town.close();
  }

  private Item item(String title, String summary) {
    return town.publish("المرصد", title, summary);
  }

  private long alerted(Item item) {
    return town.alert(item, "المرصد", MESSAGE);
  }

  private boolean hits(String title) {
    return !town.matcher.match(item(title, ""), town.feed("المرصد")).hits().isEmpty();
  }

  @Test
  void theCommandAsAReplySaysWhichWatchWhichNameWhereAndInWhichWords() {
    salem.types("/watch صدام حفتر").types("/watch نفط");
    alerted(item("لقاء لصدام حفتر في روما", "بحث اللقاء أسعار النفط."));

    assertThat(salem.replies(MESSAGE, "/why").reads())
        .contains("متابعة: صدام حفتر")
        .contains("«صدام حفتر» في العنوان: «لصدام حفتر»")
        .contains("متابعة: نفط")
        .contains("«نفط» في الملخّص: «النفط»")
        .contains("صنف التنبيه: فوري");
    assertThat(salem.replies(MESSAGE, "لماذا؟").reads()).contains("لماذا هذا التنبيه؟");
  }

  @Test
  void theButtonSaysTheSameAlsoToWhoMayChangeNothing() {
    Somebody admin = town.inGroup(5, true);
    Somebody member = town.inGroup(6, false);
    admin.types("/watch نفط");
    long id = alerted(item("أسعار النفط ترتفع", ""));

    assertThat(member.pressesData(AlertButtons.WHY + ":" + id).reads()).contains("«النفط»");
    member.pressesData(AlertButtons.NOT_MEANT + ":" + id);
    assertThat(member.toast()).contains("للمشرفين");
  }

  @Test
  void aTopicIsAnsweredForItsOwnAlertsAlone() {
    Somebody admin = town.inGroup(5, true);
    admin.inTopic(3).types("/watch نفط");
    alerted(item("أسعار النفط ترتفع", ""));

    assertThat(admin.inTopic(3).replies(MESSAGE, "/why").reads()).contains("«النفط»");
    assertThat(admin.inTopic(4).replies(MESSAGE, "/why").reads()).contains("ليست تنبيهًا");
  }

  @Test
  void withoutAnAlertItSaysHowItIsUsed() {
    assertThat(salem.types("/why").reads()).contains("ردّ على أي تنبيه");
    assertThat(salem.types("/why نفط").reads()).contains("ردّ على أي تنبيه");
    assertThat(salem.replies(999, "/why").reads()).contains("ليست تنبيهًا");
    assertThat(salem.speaking(Language.EN).types("لماذا").reads()).contains("ردّ");
  }

  @Test
  void theWordThatIsNotThereIsNamedToo() {
    salem.types("/watch نفط -كرة");
    alerted(item("أسعار النفط ترتفع", ""));

    assertThat(salem.replies(MESSAGE, "/why").reads()).contains("لا يرد فيه: كرة");
  }

  @Test
  void howeverMuchMatchedTheAnswerFitsAMessage() {
    List<String> letters = List.of("ب", "ت", "ج", "د", "ر", "س", "ش", "ص", "ط", "ع");
    List<String> words =
        letters.stream()
            .flatMap(one -> letters.stream().map(other -> "كل" + one + "ا" + other + "مة"))
            .toList();
    for (int i = 0; i < 6; i++) {
      salem.types("/watch " + String.join(" أو ", words.subList(i, i + 38)));
    }
    assertThat(salem.watches()).hasSize(6);
    alerted(item("نشرة", String.join(" ثم ", words)));

    assertThat(salem.replies(MESSAGE, "/why").reads())
        .contains("«" + words.get(0) + "» في الملخّص")
        .contains("و28 سببًا آخر")
        .containsPattern("و(\\d متابعات أخرى|متابعتان أخريان|متابعة أخرى)")
        .contains("صنف التنبيه");
  }

  @Test
  void anAlertOfAWatchThatIsGoneOrChangedSaysSo() {
    salem.types("/watch نفط");
    Item item = item("أسعار النفط ترتفع", "");
    alerted(item);
    town.watches.change(salem.watches().get(0), "قمح", "نفط", town.now());

    assertThat(salem.replies(MESSAGE, "/why").reads()).contains("لم يعد").contains("«النفط»");
    salem.types("/unwatch 1").presses("نعم");
    assertThat(salem.replies(MESSAGE, "/why").reads()).contains("حُذفت هذه المتابعة");
  }

  @Test
  void anItemThatWasChangedSinceOrIsGoneIsSaidToBe() {
    salem.types("/watch نفط");
    Item item = item("أسعار النفط ترتفع", "");
    long id = alerted(item);
    town.pass(Duration.ofMinutes(5));
    town.database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "UPDATE items SET title = ?, changed_at = ? WHERE id = ?",
                    "سعر النفط",
                    town.now(),
                    item.id()));
    assertThat(salem.replies(MESSAGE, "/why").reads())
        .contains("عُدّل هذا الخبر")
        .contains("«النفط»");

    town.database.jdbi().useHandle(handle -> handle.execute("DELETE FROM outbox"));
    assertThat(salem.pressesData("why:" + id).toast()).contains("لم يعد");
  }

  @Test
  void whatWasNotMeantIsWrittenDownAndNothingChangesByItself() {
    salem.types("/watch صقر");
    long id = alerted(item("صقر يفوز في سباق الهجن السنوي", ""));

    salem.pressesData("not_meant:" + id).pressesData("not_meant:" + id);
    assertThat(salem.reads()).contains("سجّلت").contains("تلقاء نفسها");
    assertThat(salem.queries()).containsExactly("صقر");
    int said =
        town.database
            .jdbi()
            .withHandle(
                handle ->
                    handle.createQuery("SELECT count(*) FROM feedback").mapTo(int.class).one());
    assertThat(said).isEqualTo(1);
  }

  @Test
  void aWordBesideTheHitIsLeftOutByOneTapAndComesBackByAnother() {
    salem.types("/watch صقر");
    long id = alerted(item("صقر يفوز في سباق الهجن السنوي", ""));

    salem.pressesData("not_meant:" + id);
    assertThat(salem.labels()).contains("-يفوز", "-سباق").doesNotContain("-في");
    salem.presses("-سباق");
    assertThat(salem.queries()).containsExactly("صقر -سباق");
    assertThat(hits("صقر في سباق آخر")).isFalse();
    assertThat(hits("صقر يلتقي الوفد")).isTrue();

    salem.presses("تراجع");
    assertThat(salem.queries()).containsExactly("صقر");
    assertThat(hits("صقر في سباق آخر")).isTrue();
  }

  @Test
  void aWordThatOtherHitsShareCanBeRequired() {
    salem.types("/watch صقر");
    for (String title : List.of("صقر يقود الحزب", "بيان الحزب عن صقر", "صقر والحزب")) {
      town.alert(item(title, ""), "المرصد", 1);
    }
    long id = alerted(item("صقر يفوز في سباق الهجن", ""));

    salem.pressesData("not_meant:" + id).presses("مع «الحزب» فقط");
    assertThat(hits("صقر في سباق")).isFalse();
    assertThat(hits("صقر يجتمع مع حزبه")).isTrue();
  }

  @Test
  void anyWordCanBeRequiredByTypingIt() {
    salem.types("/watch صقر");
    long id = alerted(item("صقر يفوز في سباق الهجن", ""));

    salem.pressesData("not_meant:" + id).presses("اشترط");
    assertThat(salem.types("؟!").reads()).contains("حروف");
    salem.types("الحزب");
    assertThat(salem.queries()).containsExactly("الحزب & صقر");
  }

  @Test
  void aSourceCanBeLeftOut() {
    salem.types("/watch صقر");
    long id = alerted(item("صقر يفوز في سباق الهجن", ""));

    salem.pressesData("not_meant:" + id).presses("لا من المرصد");
    assertThat(hits("صقر يلتقي الوفد")).isFalse();
    Item other = town.publish("Sudan Wire", "صقر يلتقي الوفد", "");
    assertThat(town.matcher.match(other, town.feed("Sudan Wire")).hits()).hasSize(1);
  }

  @Test
  void aRequiredWordOfAnOwnEntityIsOneOfItsContextWords() {
    salem.types("/watch").presses("جهة خاصة").types("صقر").types("تم").types("تم");
    long id = alerted(item("صقر يفوز في سباق الهجن", ""));

    salem.pressesData("not_meant:" + id).presses("اشترط").types("الحزب");
    salem.types("/watches").presses("1");
    assertThat(salem.reads()).contains("إحدى هذه الكلمات: الحزب");
  }

  @Test
  void aChangeThatWasChangedAgainIsNotUndoneAlone() {
    salem.types("/watch صقر");
    long id = alerted(item("صقر يفوز في سباق الهجن", ""));
    salem.pressesData("not_meant:" + id).presses("-سباق");
    String undo = salem.button("تراجع").value();
    salem.pressesData("not_meant:" + id).presses("-يفوز");

    salem.pressesData(undo);
    assertThat(salem.toast()).contains("لا تراجع");
    assertThat(salem.queries()).containsExactly("صقر -سباق -يفوز");
  }

  @Test
  void anotherChatsAlertTellsNothing() {
    salem.types("/watch نفط");
    long id = alerted(item("أسعار النفط ترتفع", ""));
    Somebody other = town.inGroup(5, true);
    other.types("/start");

    other.pressesData("why:" + id);
    assertThat(other.reads()).isEmpty();
    assertThat(other.pressesData("not_meant:" + id).reads()).isEmpty();
  }
}
