package org.marsad.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marsad.alert.Chat;

/** Stopping, resuming, forgetting. */
class LeavingTest {
  private final Town town = new Town();
  private final Somebody salem = town.somebody();

  @AfterEach
  void close() {
    town.close();
  }

  private Chat.State state() {
    return salem.chat().orElseThrow().state();
  }

  @Test
  void stoppingKeepsTheSetUpAndResumingBringsTheAlertsBack() {
    salem.types("/watch نفط").types("أوقف");
    assertThat(state()).isEqualTo(Chat.State.PAUSED);
    assertThat(salem.reads()).contains("محفوظة");
    assertThat(salem.types("/stop").reads()).contains("من قبل");

    salem.presses("استأنف");
    assertThat(state()).isEqualTo(Chat.State.ACTIVE);
    assertThat(salem.queries()).containsExactly("نفط");
    assertThat(salem.types("استأنف").reads()).contains("من قبل");
  }

  @Test
  void whoAddsAWatchWhileStoppedIsToldSo() {
    assertThat(salem.types("/stop").types("/watch نفط").reads())
        .contains("متوقفة")
        .contains("/resume");
  }

  @Test
  void startBringsTheAlertsBackToo() {
    salem.types("/stop").types("/start");

    assertThat(state()).isEqualTo(Chat.State.ACTIVE);
  }

  @Test
  void forgettingTakesTwoConfirmationsAndLeavesNothing() {
    salem.types("/watch نفط").types("/forget");
    assertThat(salem.reads()).contains("متابعة واحدة");
    salem.presses("احذف كل شيء");
    assertThat(salem.reads()).contains("متأكد");
    assertThat(salem.watches()).hasSize(1);

    salem.presses("نعم");
    assertThat(salem.chat()).isEmpty();
    assertThat(town.watches.all()).isEmpty();
    assertThat(salem.reads()).contains("حُذف كل شيء");
  }

  @Test
  void forgettingCanBeCalledOffAtBothSteps() {
    salem.types("/watch نفط").types("انسني").presses("إلغاء");
    assertThat(salem.reads()).contains("لم يُحذف");
    salem.types("انسني").presses("احذف").presses("إلغاء");

    assertThat(salem.queries()).containsExactly("نفط");
  }

  @Test
  void aStrangerIsNotStoredToBeForgotten() {
    assertThat(salem.types("/forget").reads()).contains("لا أحفظ شيئًا");
    assertThat(salem.chat()).isEmpty();
  }
}
