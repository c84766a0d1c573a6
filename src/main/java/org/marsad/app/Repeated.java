package org.marsad.app;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something again and again, on a thread of its own, until it is closed. */
final class Repeated implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Repeated.class);

  private final ScheduledExecutorService thread;

  /**
   * Begins at once.
   *
   * @param pause between the end of one run and the begin of the next
   * @param chore what to do; an error in it is logged and ends that run only
   */
  Repeated(String name, Duration pause, Runnable chore) {
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread made = new Thread(task, name);
              made.setDaemon(true);
              return made;
            });
    thread.scheduleWithFixedDelay(
        () -> run(name, chore), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void run(String name, Runnable chore) {
    try {
      chore.run();
    } catch (RuntimeException e) {
      LOG.error("An error in what is done again and again ({}); it goes on", name, e);
    }
  }

  /** Begins no further run; one that runs goes on to its end. */
  @Override
  public void close() {
    thread.shutdown();
  }
}
