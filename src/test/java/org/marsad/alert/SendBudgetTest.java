package org.marsad.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.SteppedClock;
import org.marsad.text.Language;

class SendBudgetTest {
  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final SendBudget budget = new SendBudget(1000, clock::nanoTime);
  private long lastChat = 100;

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

  private static Chat person(long number) {
    return chat(number, Chat.Kind.PRIVATE);
  }

  private Chat nextChat() {
    return person(++lastChat);
  }

  /** How many of so many tries at one moment are let through. */
  private static int taken(SendBudget budget, Chat chat, int wanted) {
    int taken = 0;
    for (int i = 0; i < wanted; i++) {
      taken += budget.take(chat).isZero() ? 1 : 0;
    }
    return taken;
  }

  /** Sends to another chat each time for so long. Returns when each went, in nanoseconds. */
  private List<Long> sendAll(SendBudget budget, Duration forSo) {
    List<Long> sentAt = new ArrayList<>();
    long end = clock.nanoTime() + forSo.toNanos();
    while (clock.nanoTime() < end) {
      Duration wait = budget.take(nextChat());
      if (wait.isZero()) {
        sentAt.add(clock.nanoTime());
      } else {
        clock.step(wait);
      }
    }
    return sentAt;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 30, 1000})
  void noSecondHoldsMoreThanTheRateAndNearlyAllOfItIsUsed(int perSecond) {
    List<Long> sentAt = sendAll(new SendBudget(perSecond, clock::nanoTime), Duration.ofSeconds(60));

    for (int i = perSecond; i < sentAt.size(); i++) {
      assertThat(sentAt.get(i) - sentAt.get(i - perSecond)).isGreaterThan(1_000_000_000L);
    }
    assertThat(sentAt.size()).isGreaterThanOrEqualTo((int) (perSecond * 60 * 0.98));
  }

  @Test
  void whatAStandstillLostIsMadeUpForWithinTheLimit() {
    SendBudget thirty = new SendBudget(30, clock::nanoTime);
    List<Long> sentAt = new ArrayList<>();
    for (int second = 0; second < 20; second++) {
      sentAt.addAll(sendAll(thirty, Duration.ofMillis(850)));
      clock.step(Duration.ofMillis(150));
    }

    for (int i = 30; i < sentAt.size(); i++) {
      assertThat(sentAt.get(i) - sentAt.get(i - 30)).isGreaterThan(1_000_000_000L);
    }
    assertThat(sentAt).hasSizeGreaterThan(20 * 29 - 15);
  }

  @Test
  void oneWhoseAnswerCameLateCountsAsSentLate() {
    SendBudget two = new SendBudget(2, clock::nanoTime);
    sendAnswered(two, Duration.ofMillis(80));
    sendAnswered(two, Duration.ofMillis(380));

    clock.step(Duration.ofMillis(500));
    assertThat(two.take(nextChat())).isEqualTo(Duration.ofMillis(30));
    sendAnswered(two, Duration.ofMillis(80));
    assertThat(two.take(nextChat())).isEqualTo(Duration.ofMillis(320));
  }

  private void sendAnswered(SendBudget budget, Duration took) {
    Chat chat = nextChat();
    Duration wait = budget.take(chat);
    while (!wait.isZero()) {
      clock.step(wait);
      wait = budget.take(chat);
    }
    clock.step(took);
    budget.answered(chat);
  }

  @Test
  void aSecondIsNotSpentAtItsBeginning() {
    SendBudget thirty = new SendBudget(30, clock::nanoTime);

    assertThat(sendAll(thirty, Duration.ofMillis(99))).hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void aChatGetsASmallBurstThenOneASecond() {
    assertThat(taken(budget, person(1), 20)).isEqualTo(3);
    assertThat(budget.take(person(1))).isEqualTo(Duration.ofSeconds(1).plusNanos(1));
    clock.step(Duration.ofSeconds(1));
    assertThat(taken(budget, person(1), 20)).isEqualTo(1);
  }

  @Test
  void oneChatsBurstTakesNothingFromAnother() {
    taken(budget, person(1), 20);
    assertThat(budget.take(person(2))).isZero();
  }

  @Test
  void aGroupIsToldTwentyTimesInAnyMinuteAtMost() {
    Chat group = chat(-1, Chat.Kind.GROUP);
    List<Instant> sentAt = new ArrayList<>();
    while (sentAt.size() < 60) {
      Duration wait = budget.take(group);
      if (wait.isZero()) {
        sentAt.add(clock.instant());
      }
      clock.step(wait);
    }

    for (int i = 20; i < sentAt.size(); i++) {
      assertThat(Duration.between(sentAt.get(i - 20), sentAt.get(i)))
          .isGreaterThan(Duration.ofMinutes(1));
    }
  }

  @Test
  void aPausedChatWaitsExactlyAsLongAsTheServerSaid() {
    Chat paused = chat(1, Chat.Kind.GROUP);
    budget.pause(paused, Duration.ofSeconds(40));

    assertThat(budget.take(paused)).isEqualTo(Duration.ofSeconds(40));
    assertThat(budget.take(person(2))).isZero();
    clock.step(Duration.ofSeconds(40));
    assertThat(budget.take(paused)).isZero();
  }

  @Test
  void pausesOfTwoChatsThatWereSentLittleMeanTheWholeBot() {
    budget.pause(person(1), Duration.ofSeconds(40));
    budget.pause(person(2), Duration.ofSeconds(30));

    assertThat(budget.take(person(3))).isEqualTo(Duration.ofSeconds(30));
    assertThat(budget.untilRoom()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void chatsThatWereSentMuchReachedTheirOwnLimits() {
    for (long number = 1; number <= 5; number++) {
      taken(budget, person(number), 3);
      budget.pause(person(number), Duration.ofSeconds(40));
    }

    assertThat(budget.take(person(6))).isZero();
  }

  @Test
  void aClockThatIsSetChangesNothing() {
    budget.pause(person(1), Duration.ofSeconds(40));
    clock.set(clock.instant().plus(Duration.ofDays(1)));
    assertThat(budget.take(person(1))).isEqualTo(Duration.ofSeconds(40));
    clock.set(clock.instant().minus(Duration.ofDays(2)));
    assertThat(budget.take(person(1))).isEqualTo(Duration.ofSeconds(40));
    assertThat(budget.take(person(2))).isZero();
  }

  @Test
  void afterTheBotWasPausedThePaceIsHalvedAndRecovers() {
    SendBudget hundred = new SendBudget(100, clock::nanoTime);
    for (int chat = 1; chat <= 20; chat++) {
      hundred.pause(nextChat(), Duration.ofSeconds(3));
    }
    assertThat(hundred.allowed()).as("one storm is one reason").isEqualTo(50);
    clock.step(Duration.ofSeconds(3));
    assertThat(sendAll(hundred, Duration.ofSeconds(1)).size()).isBetween(50, 55);

    clock.step(Duration.ofSeconds(50));
    assertThat(hundred.allowed()).isEqualTo(100);
  }
}
