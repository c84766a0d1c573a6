package org.marsad.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.watch.Watch;

/** The watchlist, and removing from it. */
class ListingTest {
  private final Town town = new Town();
  private final Somebody salem = town.somebody();

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void theListIsNumberedWithTheHitsOfSevenDays() {
    salem.types("/watch نفط").types("/watch هدنة");
    Watch oil = salem.watches().get(0);
    town.hit(oil, town.publish("المرصد", "نفط", ""));
    town.pass(Duration.ofDays(8));
    town.hit(oil, town.publish("المرصد", "نفط", ""));
    town.hit(oil, town.publish("المرصد", "نفط", ""));
    town.hit(oil, town.publish("المرصد", "نفط", ""));

    salem.types("قائمتي");

    assertThat(salem.reads()).contains("1. 🔔 نفط: 3 أخبار").contains("2. 🔔 هدنة: لا أخبار");
    assertThat(salem.labels()).contains("1", "2");
  }

  @Test
  void anEmptyListSaysWhatToDo() {
    salem.types("/watches");

    assertThat(salem.reads()).contains("فارغة");
    assertThat(salem.labels()).contains("الجهات");
  }

  @Test
  void aLongListIsTurnedPageByPageInPlace() {
    IntStream.rangeClosed(1, 20).forEach(i -> salem.types("/watch \"كلمة رقم " + i + "\""));
    salem.types("/watches");
    assertThat(salem.reads()).contains("الصفحة 1 من 3").contains("8. ").doesNotContain("9. ");

    salem.presses("التالي").presses("التالي");
    assertThat(salem.replaced()).isTrue();
    assertThat(salem.reads()).contains("الصفحة 3 من 3").contains("20. ");
    assertThat(salem.labels()).contains("السابق").doesNotContain("التالي");
  }

  @Test
  void aPageThatIsGoneShowsTheLastThereIs() {
    salem.types("/watch نفط").pressesData("list:7");

    assertThat(salem.reads()).contains("1. 🔔 نفط");
  }

  @Test
  void aNumberShowsTheWatchWithWhatCanBeDone() {
    salem.types("/watch غاز أو نفط").types("/watches").presses("1");

    assertThat(salem.reads()).contains("غاز أو نفط").contains("أُضيفت");
    assertThat(salem.labels()).contains("جرّب", "احذف", "رجوع");
  }

  @Test
  void aWatchWithoutARecordIsRemovedAtOnceAndCanComeBack() {
    salem.types("/watch غاز أو نفط").types("/watches").presses("1").presses("احذف");
    assertThat(salem.watches()).isEmpty();
    assertThat(salem.reads()).contains("حُذفت").contains("غاز أو نفط");

    salem.presses("تراجع");
    assertThat(salem.watches()).singleElement().extracting(Watch::label).isEqualTo("غاز أو نفط");
  }

  @Test
  void aWatchWithARecordIsRemovedOnlyAfterAQuestion() {
    salem.types("/watch نفط");
    town.hit(salem.watches().get(0), town.publish("المرصد", "نفط", ""));

    salem.types("احذف نفط");
    assertThat(salem.watches()).hasSize(1);
    assertThat(salem.reads()).contains("خبر واحد");

    salem.presses("نعم");
    assertThat(salem.watches()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/unwatch 2",
        "/unwatch ٢",
        "احذف ٢",
        "احذف رقم 2",
        "احذف #2",
        "احذف هدنه",
        "احذف «هدنة»",
        "/unwatch هُدنة",
        "احذف \u20662\u2069"
      })
  void aWatchIsRemovedByItsNumberInAnyDigitsOrByItsText(String text) {
    salem.types("/watch نفط").types("/watch هدنة").types("/watch غاز").types(text);

    assertThat(salem.queries()).containsExactly("نفط", "غاز");
  }

  @Test
  void aWatchOnANumberIsMeantBeforeAPlaceInTheList() {
    salem.types("/watch نفط").types("/watch 2024").types("/unwatch 2024");

    assertThat(salem.queries()).containsExactly("نفط");
  }

  @Test
  void aNumberOutsideTheListSaysHowFarItGoes() {
    salem.types("/watch نفط").types("/unwatch 5");

    assertThat(salem.watches()).hasSize(1);
    assertThat(salem.reads()).contains("5").contains("1");
  }

  @Test
  void aTextNobodyWatchesIsSaidToBeUnknown() {
    salem.types("/watch نفط").types("/unwatch طقس");

    assertThat(salem.reads()).contains("طقس");
    assertThat(salem.labels()).contains("قائمتي");
  }

  @Test
  void withoutATextTheListAsksWhichAndItsNumbersRemove() {
    salem.types("/watch نفط").types("/watch هدنة").types("احذف").presses("2");

    assertThat(salem.queries()).containsExactly("نفط");
  }

  @Test
  void aButtonOfAWatchThatIsGoneShowsTheListAsItIs() {
    String remove = salem.types("/watch نفط").button("تراجع").value();
    salem.types("/watch هدنة").types("/unwatch نفط").pressesData(remove);

    assertThat(salem.toast()).contains("محذوفة");
    assertThat(salem.reads()).contains("1. 🔔 هدنة");
  }

  @Test
  void nobodyRemovesAnothersWatch() {
    salem.types("/watch نفط");
    long id = salem.watches().get(0).id();
    Somebody other = town.inGroup(9, true).types("/start");

    other.pressesData("removed:" + id + ":0");

    assertThat(salem.watches()).hasSize(1);
  }
}
