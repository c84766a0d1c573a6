package org.marsad.alert;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the outbox holds. One thread claims, up to a second's worth at a time, and hands out
 * what the budget allows; a few send ({@link Teller}); {@link Settlements} writes down what became
 * of it. A chat has at most one message under way, so it is told in order and a slow one holds up
 * nobody else. What waits stands in the database only. Stopping finishes what is in flight.
 */
public final class Deliverer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);

  /** Longer than any one request may take, so that a live sender never loses its claim. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private static final Duration IDLE = Duration.ofMillis(500);

  /** In a longer pause what is claimed is put back: much may change meanwhile. */
  private static final Duration LONG = Duration.ofSeconds(1);

  private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(7);

  private static final int MAX_CLAIMED = 500;

  private static final int SENDER_IDLES_SECONDS = 30;
  private static final int LEAST_IN_FLIGHT = 32;
  private static final int MOST_IN_FLIGHT = 256;

  private final Outbox outbox;
  private final SendBudget budget;
  private final Teller teller;
  private final Settlements settlements;
  private final Clock clock;
  private final ClockWatch clockWatch;
  private final int maxClaimed;
  private final int maxInFlight;

  /** Claimed and not handed out; only the claiming thread touches it. */
  private final Queue<Delivery> ready = new ArrayDeque<>();

  /** All that is ours, until its outcome is written: a lease that seems over claims it anew. */
  private final Set<Long> ours = ConcurrentHashMap.newKeySet();

  /** When the next that was put back may be due. */
  private Duration soonest = IDLE;

  private final Semaphore awake = new Semaphore(0);
  private final ExecutorService senders;
  private final Thread claimer = new Thread(this::run, "deliverer");
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
    this.budget = budget;
    this.clock = stores.clock();
    this.clockWatch = new ClockWatch(clock, System::nanoTime);
    this.maxClaimed = Math.max(1, Math.min(MAX_CLAIMED, budget.perSecond()));
    this.settlements = new Settlements(outbox, clock, this::written);
    Timer latency =
        Timer.builder("marsad.send.latency")
            .description("From request to Telegram's answer")
            .publishPercentileHistogram()
            .register(meters);
    this.teller =
        new Teller(messenger, words, new Settling(stores.chats(), budget, clock), latency);
    this.maxInFlight = maxInFlight(budget.perSecond());
    this.senders = senders(maxInFlight);
  }

  private static ExecutorService senders(int count) {
    ThreadPoolExecutor senders =
        new ThreadPoolExecutor(
            count,
            count,
            SENDER_IDLES_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> new Thread(task, "sender"));
    senders.allowCoreThreadTimeOut(true);
    return senders;
  }

  /** What delivery reads and writes. */
  public record Stores(Outbox outbox, Chats chats, Clock clock) {}

  /**
   * How many messages may be in flight, from the request to its outcome in the database, and so how
   * many can come twice after a crash: a quarter of a second's worth of the rate, which an answer
   * in 80 ms needs with room to spare; never fewer than 32 nor more than 256.
   */
  public static int maxInFlight(int perSecond) {
    return Math.max(LEAST_IN_FLIGHT, Math.min(MOST_IN_FLIGHT, perSecond / 4));
  }

  /** Begins to deliver. */
  public void start() {
    settlements.start();
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
        turn();
      } catch (InterruptedException e) {
        stopped.countDown();
      } catch (RuntimeException e) {
        LOG.error("The outbox cannot be read; trying again in a moment", e);
        pause();
      }
    }
    putBackAll();
  }

  private void pause() {
    try {
      stopped.await(IDLE.toMillis() * 4, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      stopped.countDown();
    }
  }

  /** Does what is next: claims, hands out, or waits for one of the two. */
  private void turn() throws InterruptedException {
    Duration wait = budget.untilRoom();
    if (wait.compareTo(LONG) > 0) {
      putBackAll();
      stopped.await(IDLE.toMillis(), TimeUnit.MILLISECONDS);
    } else if (ready.isEmpty() && !claim()) {
      awake.tryAcquire(soonest.toNanos(), TimeUnit.NANOSECONDS);
      soonest = IDLE;
    } else if (ours.size() - ready.size() >= maxInFlight) {
      awake.tryAcquire(IDLE.toMillis(), TimeUnit.MILLISECONDS);
    } else if (!wait.isZero()) {
      stopped.await(wait.toNanos(), TimeUnit.NANOSECONDS);
    } else {
      handOut(ready.remove());
    }
  }

  /** Claims some. False if there is nothing to hand out, so that the caller rests. */
  private boolean claim() {
    Instant now = clock.instant();
    if (clockWatch.wentBack()) {
      LOG.warn("The clock was set back; what its old time put off is due now");
      outbox.hasten(now);
    }
    for (Delivery delivery : outbox.claim(maxClaimed, LEASE, now)) {
      if (ours.add(delivery.id())) {
        ready.add(delivery);
      }
    }
    return !ready.isEmpty();
  }

  private void handOut(Delivery delivery) {
    Chat.State state = delivery.chat().state();
    if (state != Chat.State.ACTIVE) { // it stopped while this was on its way
      settlements.add(Outcome.suppressed(delivery.id(), Wishes.objection(state)));
      return;
    }
    Duration wait = budget.take(delivery.chat());
    if (wait.isZero()) {
      senders.execute(() -> settlements.add(teller.tell(delivery)));
    } else {
      soonest = wait.compareTo(soonest) < 0 ? wait : soonest;
      putBack(delivery, wait);
    }
  }

  private void putBack(Delivery delivery, Duration wait) {
    settlements.add(Outcome.putBack(delivery.id(), "", clock.instant().plus(wait)));
  }

  private void putBackAll() {
    ready.forEach(delivery -> putBack(delivery, Duration.ZERO));
    ready.clear();
  }

  private void written(List<Outcome> outcomes) {
    for (Outcome outcome : outcomes) {
      ours.remove(outcome.id());
    }
    wake();
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
        LOG.warn("Messages were still in flight at the stop; they may be sent again");
        senders.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    settlements.close();
  }
}
