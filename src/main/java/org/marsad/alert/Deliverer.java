package org.marsad.alert;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the outbox holds. One thread claims, a few send; a chat has at most one message in
 * flight, so it is told in order and a slow one holds up nobody else. Stopping finishes what is in
 * flight.
 */
public final class Deliverer implements AutoCloseable {
  /** How many messages may be in flight, and so how many can come twice after a crash. */
  public static final int MAX_IN_FLIGHT = 32;

  private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);

  /** Longer than any one request may take, so that a live sender never loses its claim. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private static final Duration IDLE = Duration.ofMillis(500);
  private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(7);

  private final Outbox outbox;
  private final Messenger messenger;
  private final SendBudget budget;
  private final Settling settling;
  private final Function<Alert, Message> words;
  private final Clock clock;
  private final Timer latency;
  private final Semaphore slots = new Semaphore(MAX_IN_FLIGHT);
  private final Semaphore awake = new Semaphore(0);
  private final ExecutorService senders;
  private final Thread claimer;
  private final CountDownLatch stopped = new CountDownLatch(1);

  /**
   * Prepares delivery; {@link #start} begins it.
   *
   * @param words how an alert is put, a pure function
   */
  public Deliverer(
      Stores stores,
      Messenger messenger,
      SendBudget budget,
      Function<Alert, Message> words,
      MeterRegistry meters) {
    this.outbox = stores.outbox();
    this.messenger = messenger;
    this.budget = budget;
    this.words = words;
    this.clock = stores.clock();
    this.settling = new Settling(stores.outbox(), stores.chats(), stores.clock());
    this.latency =
        Timer.builder("marsad.send.latency")
            .description("From request to Telegram's answer")
            .publishPercentileHistogram()
            .register(meters);
    this.senders = Executors.newFixedThreadPool(MAX_IN_FLIGHT, task -> new Thread(task, "sender"));
    this.claimer = new Thread(this::run, "deliverer");
  }

  /** What delivery reads and writes. */
  public record Stores(Outbox outbox, Chats chats, Clock clock) {}

  /** Begins to deliver. */
  public void start() {
    claimer.start();
  }

  /** Something was put into the outbox; called after its commit. */
  public void wake() {
    if (awake.availablePermits() == 0) {
      awake.release();
    }
  }

  private void run() {
    while (stopped.getCount() > 0) {
      try {
        Duration wait = budget.untilRoom();
        if (!wait.isZero()) {
          stopped.await(Math.min(wait.toNanos(), IDLE.toNanos()), TimeUnit.NANOSECONDS);
        } else if (!claimSome()) {
          awake.tryAcquire(IDLE.toMillis(), TimeUnit.MILLISECONDS);
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.error("Alerts cannot be read from the database; trying again in a moment", e);
        pause();
      }
    }
  }

  private void pause() {
    try {
      awake.tryAcquire(IDLE.toMillis() * 4, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      stopped.countDown();
    }
  }

  /**
   * Claims what there is room for. False if there was nothing to claim, so that the caller rests.
   */
  private boolean claimSome() throws InterruptedException {
    slots.acquire();
    int free = 1 + slots.drainPermits();
    List<Delivery> claimed = List.of();
    try {
      int room = (int) Math.max(1, Math.min(free, budget.room()));
      claimed = outbox.claim(room, LEASE, clock.instant());
    } finally {
      slots.release(free - claimed.size());
    }
    for (Delivery delivery : claimed) {
      senders.execute(() -> deliverAndRelease(delivery));
    }
    return !claimed.isEmpty();
  }

  private void deliverAndRelease(Delivery delivery) {
    try {
      deliver(delivery);
    } catch (RuntimeException e) {
      LOG.error(
          "Delivery {} for chat {} met an error; it is tried again later",
          delivery.id(),
          delivery.chat().id(),
          e);
      settling.settle(
          delivery,
          new SendResult.Unknown("error in delivery: " + e.getClass().getSimpleName(), false));
    } finally {
      slots.release();
      wake();
    }
  }

  private void deliver(Delivery delivery) {
    if (delivery.chat().state() != Chat.State.ACTIVE) {
      settling.suppress(delivery); // it stopped while this was on its way
      return;
    }
    Duration wait = budget.take(delivery.chat());
    if (!wait.isZero()) {
      settling.putBack(delivery, wait);
      return;
    }
    Timer.Sample sample = Timer.start();
    SendResult result = send(delivery);
    sample.stop(latency);
    if (result instanceof SendResult.RetryAfter retry) {
      budget.pause(delivery.chat(), retry.after());
    }
    settling.settle(delivery, result);
  }

  private SendResult send(Delivery delivery) {
    Chat.Address to = delivery.chat().address();
    if (delivery.told() instanceof Told.Edit edit) {
      return messenger.edit(to, edit.messageId(), words.apply(edit.alert()));
    }
    Message message =
        delivery.told() instanceof Told.Notice notice
            ? notice.message()
            : words.apply((Alert) delivery.told());
    return messenger.send(to, delivery.silent() ? message.silenced() : message);
  }

  /** Stops claiming and waits for what is in flight; what is not sent stays in the outbox. */
  @Override
  public void close() {
    stopped.countDown();
    wake();
    try {
      claimer.join(PATIENCE_AT_CLOSE.toMillis());
      senders.shutdown();
      if (!senders.awaitTermination(PATIENCE_AT_CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn(
            "{} messages were still in flight at the stop; they may be sent again",
            MAX_IN_FLIGHT - slots.availablePermits());
        senders.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
