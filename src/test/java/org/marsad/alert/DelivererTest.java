package org.marsad.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.app.Database;
import org.marsad.app.TestDatabase;
import org.marsad.watch.Watch;

/** What becomes of alerts that were put into the outbox. */
class DelivererTest {
  private final Jumping clock = new Jumping();
  private final RecordingMessenger messenger = new RecordingMessenger();
  private final SendBudget budget = new SendBudget(1000, System::nanoTime);
  private Database database;
  private Alerts world;
  private Deliverer deliverer;

  @BeforeEach
  void open() {
    database = TestDatabase.open();
    world = new Alerts(database.jdbi());
    deliverer =
        new Deliverer(
            new Deliverer.Stores(world.outbox, world.chats, clock),
            messenger,
            budget,
            alert -> new Message(alert.item().title(), alert.item().title(), List.of(), false),
            new SimpleMeterRegistry());
  }

  @AfterEach
  void close() {
    deliverer.close();
    database.close();
  }

  private Chat tell(long number) {
    Chat chat = world.chat(number, clock.instant());
    Watch watch =
        world.watches.of(chat.id()).stream()
            .findFirst()
            .orElseGet(() -> world.watch(chat, "نفط", clock.instant()));
    world.tell(world.item(clock.instant()), clock.instant(), watch);
    deliverer.wake();
    return chat;
  }

  private void awaitStates(Map<String, Integer> states) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(world.outbox.countByState()).isEqualTo(states));
  }

  @Test
  void anAlertIsSentOnceAndWrittenDown() {
    deliverer.start();
    tell(1);
    awaitStates(Map.of("sent", 1));
    assertThat(messenger.sent).hasSize(1);
  }

  @Test
  void aBlockedChatIsPausedNotRetriedAndKeepsItsSetUp() {
    messenger.answers(to -> new SendResult.Blocked("Forbidden: bot was blocked by the user"));
    deliverer.start();
    Chat chat = tell(1);
    awaitStates(Map.of("refused", 1));

    assertThat(world.chats.find(chat.address()).orElseThrow().state())
        .isEqualTo(Chat.State.BLOCKED);
    assertThat(world.watches.of(chat.id())).hasSize(1);
    assertThat(messenger.sent).hasSize(1);
  }

  @Test
  void tooManyRequestsIsObeyedAndLosesNothing() {
    AtomicInteger calls = new AtomicInteger();
    messenger.answers(
        to ->
            calls.incrementAndGet() == 1
                ? new SendResult.RetryAfter(Duration.ofSeconds(1))
                : new SendResult.Sent(1, false));
    deliverer.start();
    long before = System.nanoTime();
    tell(1);
    awaitStates(Map.of("sent", 1));

    assertThat(Duration.ofNanos(System.nanoTime() - before))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    assertThat(messenger.sent).hasSize(2);
  }

  @Test
  void aChatThatStopsWhileAnAlertWaitsIsNotTold() {
    messenger.answers(
        to -> {
          Chat chat = world.chats.find(to).orElseThrow();
          world.chats.state(chat.id(), Chat.State.PAUSED, "the chat asked for it");
          return new SendResult.RetryAfter(Duration.ofSeconds(1));
        });
    deliverer.start();
    tell(1);
    awaitStates(Map.of("suppressed", 1));

    assertThat(messenger.sent).hasSize(1);
  }

  @Test
  void oneChatsPauseDelaysNoOther() {
    messenger.answers(
        to ->
            to.chat() == 1
                ? new SendResult.RetryAfter(Duration.ofSeconds(60))
                : new SendResult.Sent(1, false));
    deliverer.start();
    tell(1);
    tell(2);
    awaitStates(Map.of("sent", 1, "pending", 1));
  }

  @Test
  void oneChatsTwoHundredAlertsDelayNoOther() {
    Chat busy = world.chat(1, clock.instant());
    Watch watch = world.watch(busy, "نفط", clock.instant());
    for (int i = 0; i < 200; i++) {
      world.tell(world.item(clock.instant()), clock.instant(), watch);
    }
    deliverer.start();
    await().atMost(Duration.ofSeconds(10)).until(() -> messenger.sent.size() >= 3);
    tell(2);
    await().atMost(Duration.ofSeconds(10)).until(() -> toldTo(2) == 1);

    assertThat(toldTo(1)).isLessThan(50);
  }

  private long toldTo(long chat) {
    return messenger.sent.stream().filter(sending -> sending.to().chat() == chat).count();
  }

  @Test
  void aGroupThatMovedIsToldUnderItsNewNumber() {
    messenger.answers(
        to -> to.chat() == -7 ? new SendResult.Moved(-1007) : new SendResult.Sent(1, false));
    deliverer.start();
    tell(-7);
    awaitStates(Map.of("sent", 1));

    assertThat(messenger.sent)
        .extracting(sending -> sending.to().chat())
        .containsExactly(-7L, -1007L);
  }

  @Test
  void anErrorInOneAlertHoldsUpNoOther() {
    messenger.answers(
        to -> {
          if (to.chat() == 1) {
            throw new IllegalStateException("broken");
          }
          return new SendResult.Sent(1, false);
        });
    deliverer.start();
    tell(1);
    tell(2);
    awaitStates(Map.of("sent", 1, "unknown", 1));
  }

  @Test
  void aClockSetForwardRepeatsNothingThatIsUnderWay() throws InterruptedException {
    CountDownLatch inFlight = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    messenger.answers(
        to -> {
          inFlight.countDown();
          awaitQuietly(go);
          return new SendResult.Sent(1, false);
        });
    deliverer.start();
    tell(1);
    assertThat(inFlight.await(5, TimeUnit.SECONDS)).isTrue();
    clock.jump(Duration.ofDays(1));
    tell(2);
    await().atMost(Duration.ofSeconds(5)).until(() -> messenger.sent.size() == 2);
    go.countDown();
    awaitStates(Map.of("sent", 2));

    assertThat(messenger.sent).extracting(sending -> sending.to().chat()).containsExactly(1L, 2L);
  }

  @Test
  void aClockSetBackPutsNothingOff() {
    AtomicInteger calls = new AtomicInteger();
    messenger.answers(
        to ->
            calls.incrementAndGet() == 1
                ? new SendResult.Unknown("the server failed", false)
                : new SendResult.Sent(1, false));
    deliverer.start();
    tell(1);
    await().atMost(Duration.ofSeconds(5)).until(() -> calls.get() == 1);
    awaitStates(Map.of("pending", 1));
    clock.jump(Duration.ofDays(-1));
    awaitStates(Map.of("sent", 1));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The machine's clock, until somebody sets it. */
  private static final class Jumping extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    void jump(Duration by) {
      ahead = ahead.plus(by);
    }

    @Override
    public Instant instant() {
      return Clock.systemUTC().instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @Test
  void stoppingFinishesWhatIsInFlight() throws InterruptedException {
    CountDownLatch inFlight = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    messenger.answers(
        to -> {
          inFlight.countDown();
          awaitQuietly(go);
          return new SendResult.Sent(1, false);
        });
    deliverer.start();
    tell(1);
    assertThat(inFlight.await(5, TimeUnit.SECONDS)).isTrue();
    Thread closing = new Thread(deliverer::close);
    closing.start();
    go.countDown();
    closing.join();

    assertThat(world.outbox.countByState()).isEqualTo(Map.of("sent", 1));
  }
}
