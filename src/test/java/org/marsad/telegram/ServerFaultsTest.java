package org.marsad.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.SteppedClock;
import org.marsad.alert.Alerts;
import org.marsad.alert.Chat;
import org.marsad.alert.Deliverer;
import org.marsad.alert.Message;
import org.marsad.alert.SendBudget;
import org.marsad.app.Database;
import org.marsad.app.TestDatabase;
import org.marsad.playground.Fault;
import org.marsad.playground.StandIn;
import org.marsad.playground.StandInServer;

/**
 * What becomes of an alert when the server or the way to it fails: the rows of the table in
 * ARCHITECTURE.md, over HTTP. A try after the first needs the clock to go on.
 */
class ServerFaultsTest {
  private static final long LAYLA = 5001;
  private static final Duration SILENCE = Duration.ofSeconds(1);

  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final StandInServer server = StandInServer.start(0);
  private final StandIn telegram = server.standIn();
  private final BotApi api = new BotApi(server.base(), StandInServer.TOKEN, SILENCE);
  private final Database database = TestDatabase.open();
  private final Alerts world = new Alerts(database.jdbi());
  private final Deliverer deliverer =
      new Deliverer(
          new Deliverer.Stores(world.outbox, world.chats, clock),
          new TelegramMessenger(api),
          new SendBudget(1000, System::nanoTime),
          alert -> new Message(alert.item().title(), alert.item().title(), List.of(), false),
          new SimpleMeterRegistry());

  @BeforeEach
  void start() {
    deliverer.start();
  }

  @AfterEach
  void close() {
    deliverer.close();
    api.close();
    server.close();
    database.close();
  }

  private void tell(long number) {
    telegram.crowd().person(number, "ليلى", "ar");
    telegram.crowd().say(number, number, "/start");
    Chat chat = world.chat(number, clock.instant());
    world.tell(
        world.item(clock.instant()), clock.instant(), world.watch(chat, "نفط", clock.instant()));
    deliverer.wake();
  }

  /**
   * Lets the next send go wrong, tells an alert and waits until it is written what became of it.
   */
  private void tellThrough(Fault fault, String state) {
    telegram.faults().next("sendMessage", fault, 1);
    tell(LAYLA);
    awaitState(state);
  }

  /** What waits to be tried again is pending as before it was tried: the attempts tell. */
  private void awaitState(String state) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              assertThat(world.outbox.countByState()).isEqualTo(Map.of(state, 1));
              assertThat(attempts()).as("attempts").isPositive();
            });
  }

  private int attempts() {
    return world.jdbi.withHandle(
        handle -> handle.createQuery("SELECT attempts FROM outbox").mapTo(Integer.class).one());
  }

  /** How many messages stand in the chat once it was tried again. */
  private int arrivedInTheEnd() {
    clock.step(Duration.ofSeconds(2));
    awaitState("sent");
    return telegram.transcript().fromBot(LAYLA).size();
  }

  @Test
  void aPageInsteadOfAnAnswerIsTriedAgain() {
    tellThrough(Fault.of(Fault.Kind.BAD_GATEWAY), "unknown");
    assertThat(arrivedInTheEnd()).isEqualTo(1);
  }

  @Test
  void aConnectionCutBeforeItWasTakenIsTriedAgain() {
    tellThrough(Fault.of(Fault.Kind.DROP_BEFORE), "unknown");
    assertThat(arrivedInTheEnd()).isEqualTo(1);
  }

  @Test
  void aConnectionCutAfterItWasTakenComesTwiceButIsNotLost() {
    tellThrough(Fault.of(Fault.Kind.DROP_AFTER), "unknown");
    assertThat(arrivedInTheEnd()).isEqualTo(2);
  }

  @Test
  void anEmptyAnswerToWhatWasTakenComesTwiceButIsNotLost() {
    tellThrough(Fault.of(Fault.Kind.EMPTY_BODY), "unknown");
    assertThat(arrivedInTheEnd()).isEqualTo(2);
  }

  @Test
  void aServerThatFreezesIsGivenUpAndTriedAgain() {
    tellThrough(new Fault(Fault.Kind.SLOW, SILENCE.multipliedBy(3)), "unknown");
    assertThat(arrivedInTheEnd()).isBetween(1, 2);
  }

  @Test
  void aTokenThatIsNotAcceptedKeepsTheAlert() {
    tellThrough(Fault.of(Fault.Kind.UNAUTHORIZED), "pending");
    assertThat(arrivedInTheEnd()).isEqualTo(1);
  }

  @Test
  void aServerThatIsNotThereKeepsTheAlert() {
    telegram.crowd().person(LAYLA, "ليلى", "ar");
    server.close();
    tell(LAYLA);
    awaitState("pending");
    assertThat(telegram.requests().of("sendMessage")).isEmpty();
  }

  @Test
  void aBlockedBotIsWrittenDownAndNotTriedAgain() {
    tellThrough(Fault.of(Fault.Kind.FORBIDDEN), "refused");
    clock.step(Duration.ofHours(1));
    deliverer.wake();

    assertThat(world.chats.all()).extracting(Chat::state).containsExactly(Chat.State.BLOCKED);
    assertThat(telegram.requests().of("sendMessage")).hasSize(1);
  }

  @Test
  void aStormOfTooManyRequestsLosesNothingAndRepeatsNothing() {
    telegram.faults().next("sendMessage", Fault.of(Fault.Kind.TOO_MANY_REQUESTS), 8);
    for (long chat = LAYLA; chat < LAYLA + 10; chat++) {
      tell(chat);
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              clock.step(Duration.ofSeconds(1));
              return world.outbox.countByState().equals(Map.of("sent", 10));
            });
    for (long chat = LAYLA; chat < LAYLA + 10; chat++) {
      assertThat(telegram.transcript().fromBot(chat)).hasSize(1);
    }
  }
}
