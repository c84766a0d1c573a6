package org.marsad.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.marsad.app.ScheduleBench.HOUR;
import static org.marsad.app.ScheduleBench.SECOND;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a stop and a restart leave of the schedule, on every database. */
abstract class RestartContract {
  private ScheduleBench bench;

  abstract Database database();

  @BeforeEach
  void open() {
    bench = new ScheduleBench(database());
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void whatIsDoneDailyIsDoneOnceADayHoweverOftenTheProgramStarts() {
    AtomicInteger done = new AtomicInteger();
    startDaily(done);
    await().atMost(Duration.ofSeconds(15)).untilAtomic(done, equalTo(1));

    startDaily(done);
    await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(10))
        .untilAtomic(done, equalTo(1));
  }

  @Test
  void whatWasDueWhileTheProgramWasDownIsDoneAtTheStart() {
    AtomicInteger done = new AtomicInteger();
    startDaily(done);
    await().atMost(Duration.ofSeconds(15)).untilAtomic(done, equalTo(1));

    bench.close();
    bench.execute(
        "UPDATE qrtz_triggers SET next_fire_time = next_fire_time - "
            + Duration.ofHours(36).toMillis());
    startDaily(done);
    await().atMost(Duration.ofSeconds(15)).untilAtomic(done, equalTo(2));
  }

  private void startDaily(AtomicInteger done) {
    bench.close();
    Schedule schedule = bench.schedule(SECOND, HOUR, HOUR);
    schedule.daily(done::incrementAndGet);
    schedule.start();
  }

  @Test
  void aRestartGoesOnWhereItStopped() {
    bench.follow(1);
    Schedule first = bench.schedule(SECOND, HOUR, Duration.ofMinutes(10));
    first.start();
    bench.awaitPolls(1);
    first.close();
    bench.schedule(SECOND, HOUR, Duration.ofMinutes(10)).start();

    bench.nothingIsPolledFor(Duration.ofSeconds(3));
  }

  @Test
  void aShorterIntervalCountsFromTheRestartOn() {
    bench.follow(1);
    Schedule first = bench.schedule(SECOND, HOUR, Duration.ofMinutes(10));
    first.start();
    bench.awaitPolls(1);
    first.close();
    bench.schedule(SECOND, SECOND, SECOND).start();

    bench.awaitPolls(2);
  }

  @Test
  void whatWasMissedWhileDownIsPolledOnce() {
    bench.follow(3);
    Schedule first = bench.schedule(SECOND, Duration.ofMinutes(1), Duration.ofMinutes(1));
    first.start();
    bench.awaitPolls(3);
    first.close();
    bench.execute("UPDATE qrtz_triggers SET next_fire_time = next_fire_time - 36000000");
    bench.polls.clear();
    bench.schedule(SECOND, Duration.ofMinutes(1), Duration.ofMinutes(1)).start();
    bench.awaitPolls(3);

    bench.nothingIsPolledFor(Duration.ofSeconds(2));
    assertThat(bench.polled()).containsExactlyElementsOf(bench.ids());
  }

  @Test
  void theStopWaitsForAPollThatRuns() {
    bench.follow(1);
    CountDownLatch started = new CountDownLatch(1);
    AtomicInteger ended = new AtomicInteger();
    Schedule schedule =
        bench.schedule(
            SECOND,
            HOUR,
            feed -> {
              started.countDown();
              awaitQuietly(SECOND);
              ended.incrementAndGet();
              return bench.nothingNew(HOUR);
            });
    schedule.start();
    awaitQuietly(started);
    schedule.close();

    assertThat(ended).hasValue(1);
    assertThat(schedule.isStarted()).isFalse();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitQuietly(Duration time) {
    await().pollDelay(time).until(() -> true);
  }

  @Test
  void theStopDoesNotWaitForEver() {
    bench.follow(1);
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Schedule schedule =
        bench.schedule(
            SECOND,
            HOUR,
            feed -> {
              started.countDown();
              awaitQuietly(go);
              return bench.nothingNew(HOUR);
            });
    schedule.start();
    awaitQuietly(started);
    long before = System.nanoTime();
    schedule.close();
    go.countDown();

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(7));
  }
}
