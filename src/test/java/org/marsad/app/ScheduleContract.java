package org.marsad.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.marsad.app.ScheduleBench.HOUR;
import static org.marsad.app.ScheduleBench.SECOND;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.feed.CatalogueFeed;
import org.marsad.poll.Polled;

/** When feeds are polled, on every database. */
abstract class ScheduleContract {
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
  void everyFeedIsPolledOnceInTheFirstIntervalAndNotAllAtOnce() {
    bench.follow(5);
    Schedule schedule = bench.schedule(Duration.ofSeconds(2), HOUR, HOUR);
    schedule.follow();
    List<Instant> planned = bench.planned();
    schedule.start();
    bench.awaitPolls(5);

    assertThat(planned)
        .extracting(at -> Duration.between(planned.get(0), at).toMillis())
        .containsExactly(0L, 400L, 800L, 1200L, 1600L);
    assertThat(bench.polled()).containsExactlyElementsOf(bench.ids().stream().sorted().toList());
    bench.nothingIsPolledFor(SECOND);
  }

  @Test
  void aFeedIsPolledAgainWhenItsPollAskedForIt() {
    bench.follow(1);
    bench.schedule(SECOND, HOUR, SECOND).start();
    bench.awaitPolls(4);

    for (int i = 0; i < 3; i++) {
      assertThat(Duration.between(bench.polls.get(i).at(), bench.polls.get(i + 1).at()))
          .isBetween(SECOND, Duration.ofSeconds(3));
    }
  }

  @Test
  void aPollThatMeetsAnErrorIsTriedAgainAfterTheLongestInterval() {
    bench.follow(1);
    bench
        .schedule(
            SECOND,
            SECOND,
            feed -> {
              throw new IllegalStateException("broken");
            })
        .start();

    bench.awaitPolls(3);
  }

  @Test
  void aFeedIsNeverPolledTwiceAtOnce() {
    bench.follow(1);
    CountDownLatch go = new CountDownLatch(1);
    bench
        .schedule(
            SECOND,
            SECOND,
            feed -> {
              awaitQuietly(go);
              return bench.nothingNew(HOUR);
            })
        .start();
    bench.awaitPolls(1);
    bench.nothingIsPolledFor(Duration.ofSeconds(3));
    go.countDown();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theCatalogueIsFollowedWhileItRuns() {
    bench.follow(1);
    Schedule schedule = bench.schedule(SECOND, HOUR, SECOND);
    schedule.start();
    bench.awaitPolls(1);
    long first = bench.ids().get(0);
    bench.feeds.follow(
        List.of(new CatalogueFeed(URI.create("https://example.org/new"), "جديد", "ar", "ly")));
    long second = bench.ids().get(0);
    schedule.follow();
    await().atMost(Duration.ofSeconds(5)).until(() -> bench.polled().contains(second));

    bench.polls.clear();
    bench.awaitPolls(2);
    assertThat(bench.polled()).doesNotContain(first);
  }

  @Test
  void aFeedThatIsGoneIsPolledNoMore() {
    bench.follow(1);
    bench
        .schedule(
            SECOND,
            SECOND,
            feed -> {
              return new Polled("gone", 0, null);
            })
        .start();
    bench.awaitPolls(1);

    bench.nothingIsPolledFor(Duration.ofSeconds(3));
  }
}
