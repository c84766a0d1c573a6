package org.marsad.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marsad.alert.AlertButtons;
import org.marsad.text.Language;

/** What a chat is told of how reports of one event were compared, and how it mutes an event. */
class StoryTest {
  private static final int MESSAGE = 40;
  private static final String FIRST = "صدام حفتر يلتقي وزير الدفاع التركي في أنقرة";
  private static final String SAME = "وزير الدفاع التركي يستقبل في أنقرة صدام حفتر";
  private static final String DENIED = "نفي لقاء صدام حفتر وزير الدفاع التركي في أنقرة";
  private static final String TWELVE = "مقتل 12 شخصًا في انفجار بميناء بنغازي";
  private static final String FIFTEEN = "مقتل 15 شخصًا في انفجار بميناء بنغازي";

  private final Town town = new Town();
  private final Somebody salem = town.somebody();

  @AfterEach
  void close() {
    town.close();
  }

  private long first(String title) {
    return town.alert(town.publish("المرصد", title, ""), "المرصد", MESSAGE);
  }

  private long second(String title, int message) {
    return town.alert(town.publish("Sudan Wire", title, ""), "Sudan Wire", message);
  }

  private long repeated(String title) {
    return town.matched(town.publish("Sudan Wire", title, ""), "Sudan Wire");
  }

  @Test
  void anAlertThatRangAlthoughASimilarOneCameSaysWhatIsNew() {
    salem.types("/watch انفجار");
    first(TWELVE);
    second(FIFTEEN, 41);

    assertThat(salem.replies(41, "/why").reads())
        .contains("سبقه خبر قريب: " + TWELVE + " (المرصد)")
        .contains("رقم جديد: 12 ← 15");
    assertThat(salem.replies(MESSAGE, "/why").reads()).doesNotContain(FIFTEEN);
  }

  @Test
  void theWordThatDecidedIsShownAsItIsWritten() {
    salem.types("/watch صدام حفتر");
    first(FIRST);
    second(DENIED, 41);

    assertThat(salem.replies(41, "/why").reads()).contains(FIRST).contains("ينفي");
  }

  @Test
  void anAlertSaysWhatWasWrittenIntoItAndWhichCopiesWereKeptBack() {
    salem.types("/watch صدام حفتر");
    first(FIRST);
    repeated(SAME);
    repeated("عاجل | " + FIRST);

    assertThat(salem.replies(MESSAGE, "/why").reads())
        .contains(SAME + " (Sudan Wire): الحدث نفسه بكلمات أخرى، فأُضيف مصدره بلا رنين")
        .contains("عاجل | " + FIRST + " (Sudan Wire): النص نفسه، فلم يُرسل");
  }

  @Test
  void newsThatADigestToldIsNoRepeat() {
    salem.types("/watch انفجار");
    first(TWELVE);
    salem.types("/watches").presses("1").presses("في الموجز");
    repeated(FIFTEEN);
    town.pass(Duration.ofDays(1));
    assertThat(town.manners.digests().tell(town.now())).isEqualTo(1);

    assertThat(salem.replies(MESSAGE, "/why").reads()).doesNotContain(FIFTEEN);
  }

  @Test
  void aRepeatThatRangSaysThatItsWatchIsMoreUrgent() {
    salem.types("/watch صدام حفتر").types("/watch يستقبل");
    salem.types("/watches").presses("2").presses("عاجل");
    first(FIRST);
    second(SAME, 41);

    assertThat(salem.replies(41, "/why").reads())
        .contains("سبقه خبر عن الحدث نفسه: " + FIRST)
        .contains("صنف")
        .contains("متابعة: يستقبل");
  }

  @Test
  void aWatchThatOnlyAnotherReportHitIsSaidToBeSo() {
    salem.types("/watch صدام حفتر").types("/watch يستقبل");
    first(FIRST);
    repeated(SAME);

    assertThat(salem.replies(MESSAGE, "/why").reads())
        .contains("متابعة: يستقبل\n• طابقها خبر آخر عن الحدث نفسه")
        .doesNotContain("لم يعد");
  }

  @Test
  void itIsSaidInEnglishToo() {
    Somebody anna = salem.speaking(Language.EN);
    anna.types("/watch انفجار");
    first(TWELVE);
    second(FIFTEEN, 41);

    assertThat(anna.replies(41, "/why").reads())
        .contains("A similar report came before")
        .contains("a new figure: 12 → 15");
  }

  @Test
  void aMutedStoryIsNotToldAnyMoreWhateverIsNewInIt() {
    salem.types("/watch انفجار");
    long told = first(TWELVE);
    salem.pressesData(AlertButtons.MUTE + ":" + told).presses("هذا الحدث").presses("دائمًا");
    assertThat(salem.reads()).contains("كُتم: " + TWELVE);

    assertThat(reason(repeated(FIFTEEN))).isEqualTo("suppressed: muted: the story");
    assertThat(reason(repeated("انفجار في مصنع بمدينة سبها"))).isEqualTo("pending: ");
    Somebody other = town.inGroup(5, true);
    other.types("/watch ميناء");
    assertThat(reasons(repeated("مقتل 17 شخصًا في انفجار بميناء بنغازي")))
        .containsExactlyInAnyOrder("suppressed: muted: the story", "pending: ");
  }

  @Test
  void whatADigestHoldsOfAStoryIsNotToldOnceTheStoryIsMuted() {
    salem.types("/watch انفجار");
    long told = first(TWELVE);
    salem.types("/watches").presses("1").presses("في الموجز");
    long held = repeated(FIFTEEN);
    assertThat(reason(held)).isEqualTo("held: ");

    salem.pressesData(AlertButtons.MUTE + ":" + told).presses("هذا الحدث").presses("دائمًا");
    town.pass(Duration.ofDays(1));
    town.manners.digests().tell(town.now());
    assertThat(reason(held)).isEqualTo("suppressed: muted: the story");
  }

  @Test
  void aMuteOfAStoryIsListedAndUndone() {
    salem.types("/watch انفجار");
    long told = first(TWELVE);
    salem.pressesData(AlertButtons.MUTE + ":" + told).presses("هذا الحدث").presses("ساعة");
    assertThat(salem.types("/unmute").reads()).contains(TWELVE);
    town.pass(Duration.ofHours(1));
    assertThat(salem.types("/unmute").reads()).contains("لا شيء مكتوم");

    salem.pressesData(AlertButtons.MUTE + ":" + told).presses("هذا الحدث").presses("دائمًا");
    salem.types("/unmute").presses("ألغِ كتم");
    assertThat(reason(repeated(FIFTEEN))).isEqualTo("pending: ");
  }

  @Test
  void nobodyMutesWhatAnotherChatWasTold() {
    salem.types("/watch انفجار");
    first(TWELVE);
    Somebody other = town.inGroup(5, true);
    other.types("/start");

    assertThat(other.pressesData("mute:STORY:1").toast()).isNotEmpty();
    assertThat(other.reads()).doesNotContain(TWELVE);
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

  private Stream<String> reasons(long id) {
    return town.database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT state || ': ' || reason FROM outbox
                        WHERE item_id = (SELECT item_id FROM outbox WHERE id = ?)""")
                    .bind(0, id)
                    .mapTo(String.class)
                    .list()
                    .stream());
  }
}
