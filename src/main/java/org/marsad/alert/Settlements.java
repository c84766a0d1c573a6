package org.marsad.alert;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes outcomes down, all that wait in one transaction. While the database cannot be written it
 * keeps trying: an outcome that is lost is a message sent twice. Thread-safe; a thread of its own.
 */
final class Settlements implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Settlements.class);
  private static final int MAX_AT_ONCE = 500;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(3);

  private final Outbox outbox;
  private final Clock clock;
  private final Consumer<List<Outcome>> written;
  private final BlockingQueue<Outcome> waiting = new LinkedBlockingQueue<>();
  private final Thread writer = new Thread(this::run, "settlements");
  private volatile boolean closing;

  /**
   * Prepares; {@link #start} begins.
   *
   * @param written told of what was written, after the commit
   */
  Settlements(Outbox outbox, Clock clock, Consumer<List<Outcome>> written) {
    this.outbox = outbox;
    this.clock = clock;
    this.written = written;
  }

  void start() {
    writer.start();
  }

  void add(Outcome outcome) {
    waiting.add(outcome);
  }

  private void run() {
    try {
      while (!closing || !waiting.isEmpty()) {
        Outcome first = waiting.poll(PAUSE.toMillis() / 10, TimeUnit.MILLISECONDS);
        if (first != null) {
          List<Outcome> batch = new ArrayList<>(List.of(first));
          waiting.drainTo(batch, MAX_AT_ONCE - 1);
          write(batch);
        }
      }
    } catch (InterruptedException e) {
      LOG.warn(
          "{} outcomes were not written down; what was sent may be sent again", waiting.size());
    }
  }

  private void write(List<Outcome> batch) throws InterruptedException {
    while (true) {
      try {
        outbox.write(batch, clock.instant());
        written.accept(batch);
        return;
      } catch (RuntimeException e) {
        LOG.error("{} outcomes cannot be written to the database; trying again", batch.size(), e);
        TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
      }
    }
  }

  /** Writes down what waits; for a while, then leaves it to the end of the leases. */
  @Override
  public void close() {
    closing = true;
    try {
      writer.join(PATIENCE_AT_CLOSE.toMillis());
      writer.interrupt();
      writer.join(PATIENCE_AT_CLOSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
