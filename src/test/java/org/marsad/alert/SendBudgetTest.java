package org.marsad.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.text.Language;

class SendBudgetTest {
  private final SendBudget budget = new SendBudget(1000, Clock.systemUTC());

  private static Chat chat(long number, Chat.Kind kind) {
    return new Chat(
        number,
        new Chat.Address(number, 0),
        kind,
        "",
        Language.AR,
        ZoneId.of("Africa/Tripoli"),
        Chat.State.ACTIVE);
  }

  private static int taken(SendBudget budget, Chat chat, int wanted) {
    int taken = 0;
    for (int i = 0; i < wanted; i++) {
      taken += budget.take(chat).isZero() ? 1 : 0;
    }
    return taken;
  }

  @Test
  void aChatGetsASmallBurst() {
    assertThat(taken(budget, chat(1, Chat.Kind.PRIVATE), 20)).isBetween(3, 4);
  }

  @Test
  void oneChatsBurstTakesNothingFromAnother() {
    taken(budget, chat(1, Chat.Kind.PRIVATE), 20);
    assertThat(budget.take(chat(2, Chat.Kind.PRIVATE))).isZero();
  }

  @Test
  void noSecondHoldsMoreThanTheRate() {
    SendBudget thirty = new SendBudget(30, Clock.systemUTC());
    List<Long> sentAt = new ArrayList<>();
    long number = 1;
    while (sentAt.size() < 45) {
      if (thirty.take(chat(number, Chat.Kind.PRIVATE)).isZero()) {
        sentAt.add(System.nanoTime());
        number++;
      }
    }
    for (int i = 30; i < sentAt.size(); i++) {
      assertThat(sentAt.get(i) - sentAt.get(i - 30)).isGreaterThanOrEqualTo(1_000_000_000L);
    }
  }

  @Test
  void aGroupIsToldTwentyTimesInAMinuteAtMost() {
    Chat group = chat(-1, Chat.Kind.GROUP);
    int burst = taken(budget, group, 20);
    Duration wait = budget.take(group);

    assertThat(burst).isEqualTo(3);
    assertThat(wait).isGreaterThan(Duration.ofSeconds(3));
  }

  @Test
  void whatHasNoRoomIsNotEvenAskedFor() {
    SendBudget slow = new SendBudget(1, Clock.systemUTC());
    assertThat(slow.untilRoom()).isZero();
    slow.take(chat(1, Chat.Kind.PRIVATE));

    assertThat(slow.untilRoom()).isGreaterThan(Duration.ofMillis(500));
    assertThat(slow.room()).isZero();
  }

  @Test
  void aPausedChatWaitsAsLongAsTheServerSaid() {
    Chat paused = chat(1, Chat.Kind.GROUP);
    budget.pause(paused, Duration.ofSeconds(40));

    assertThat(budget.take(paused)).isBetween(Duration.ofSeconds(38), Duration.ofSeconds(40));
    assertThat(budget.take(chat(2, Chat.Kind.PRIVATE))).isZero();
  }

  @Test
  void pausesOfTwoChatsMeanTheWholeBot() {
    budget.pause(chat(1, Chat.Kind.PRIVATE), Duration.ofSeconds(40));
    budget.pause(chat(2, Chat.Kind.PRIVATE), Duration.ofSeconds(40));

    assertThat(budget.take(chat(3, Chat.Kind.PRIVATE))).isGreaterThan(Duration.ofSeconds(30));
  }
}
