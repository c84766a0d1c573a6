package org.marsad.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marsad.watch.Watch;

/** What is muted is chosen, named, and listed. */
class MutingTest {
  private final Town town = new Town();
  private final Somebody salem = town.somebody();

  @AfterEach
  void close() {
    town.close();
  }

  private List<Watch> watches(int number) {
    salem.types("/start");
    long chat = salem.chat().orElseThrow().id();
    for (int i = 1; i <= number; i++) {
      town.watches.add(chat, "موضوع" + i, "موضوع" + i, town.now());
    }
    return salem.watches();
  }

  @Test
  void aLongListOfWhatIsMutedIsTurnedLikeAnyOther() {
    for (Watch watch : watches(20)) {
      salem.pressesData("mute_for:WATCH:" + watch.id() + ":EVER");
    }

    assertThat(salem.types("/unmute").reads())
        .contains("موضوع1 إلى", "الصفحة 1 من 3")
        .doesNotContain("موضوع9");
    assertThat(salem.presses("التالي").reads()).contains("موضوع9").contains("الصفحة 2 من 3");
    assertThat(salem.presses("ألغِ كتم موضوع9").reads()).contains("الصفحة 2 من 3", "موضوع17");
    assertThat(salem.toast()).contains("أُلغي");
    assertThat(salem.presses("التالي").reads()).contains("موضوع20");
  }

  @Test
  void everyWatchCanBeChosen() {
    watches(20);

    salem.types("/mute").presses("التالي").presses("التالي").presses("موضوع20").presses("ساعة");
    assertThat(salem.reads()).contains("كُتم: موضوع20");
  }

  @Test
  void aNumberMeansTheWatchThatHasItInTheList() {
    watches(2);

    assertThat(salem.types("/mute ٢").reads()).contains("كتم موضوع2");
    assertThat(salem.types("اكتم رقم 1").reads()).contains("كتم موضوع1");
    assertThat(salem.types("/mute 9").reads())
        .contains("لا متابعة بالرقم 9")
        .contains("آخر رقم فيها 2");
  }

  @Test
  void anotherNameOfAnEntityMeansItsWatch() {
    salem.types("/watch صدام حفتر");

    assertThat(salem.types("/mute Saddam Haftar").reads()).contains("كتم صدام حفتر");
  }
}
