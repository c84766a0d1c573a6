package org.marsad.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.feed.CatalogueFeed;
import org.marsad.feed.CheckTimes;
import org.marsad.feed.Feed;
import org.marsad.feed.Feeds;
import org.marsad.poll.Polled;

/** When feeds are polled, on every database. */
abstract class ScheduleContract {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final Clock clock = Clock.systemUTC();
  private final List<Schedule> open = new ArrayList<>();
  private final List<Poll> polls = new CopyOnWriteArrayList<>();
  private Feeds feeds;

  private record Poll(long feed, Instant at) {}

  abstract Database database();

  @BeforeEach
  void empty() {
    execute("DELETE FROM qrtz_simple_triggers");
    execute("DELETE FROM qrtz_triggers");
    execute("DELETE FROM qrtz_job_details");
    execute("DELETE FROM qrtz_fired_triggers");
    execute("DELETE FROM feeds");
    feeds = new Feeds(database().jdbi());
  }

  @AfterEach
  void close() {
    open.forEach(Schedule::close);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().startsWith("poll-")));
  }

  private void execute(String sql) {
    database().jdbi().useHandle(handle -> handle.execute(sql));
  }

  private void follow(int count) {
    feeds.follow(
        IntStream.range(0, count)
            .mapToObj(i -> URI.create("https://example.org/" + i))
            .map(url -> new CatalogueFeed(url, "مصدر", "ar", "ly"))
            .toList());
  }

  private Schedule schedule(Duration min, Duration max, LongFunction<Polled> poll) {
    Schedule schedule =
        new Schedule(
            database(), feeds, poll, new Schedule.Rhythm(new CheckTimes.Bounds(min, max), clock));
    open.add(schedule);
    return schedule;
  }

  private Schedule schedule(Duration min, Duration max, Duration next) {
    return schedule(
        min,
        max,
        feed -> {
          polls.add(new Poll(feed, clock.instant()));
          return new Polled("nothing new", 0, clock.instant().plus(next));
        });
  }

  private long[] ids() {
    return feeds.all().stream().mapToLong(Feed::id).toArray();
  }

  private List<Long> polled() {
    return polls.stream().map(Poll::feed).sorted().toList();
  }

  private void awaitPolls(int count) {
    await().atMost(Duration.ofSeconds(15)).until(() -> polls.size() >= count);
  }

  private void nothingIsPolledFor(Duration time) {
    int before = polls.size();
    await()
        .during(time)
        .atMost(time.plusSeconds(5))
        .untilAsserted(() -> assertThat(polls).hasSize(before));
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

    open.remove(0).close();
    execute(
        "UPDATE qrtz_triggers SET next_fire_time = next_fire_time - "
            + Duration.ofHours(36).toMillis());
    startDaily(done);
    await().atMost(Duration.ofSeconds(15)).untilAtomic(done, equalTo(2));
  }

  private void startDaily(AtomicInteger done) {
    open.forEach(Schedule::close);
    Schedule schedule = schedule(SECOND, HOUR, HOUR);
    schedule.daily(done::incrementAndGet);
    schedule.start();
  }

  @Test
  void everyFeedIsPolledOnceInTheFirstIntervalAndNotAllAtOnce() {
    follow(5);
    schedule(Duration.ofSeconds(2), HOUR, HOUR).start();
    awaitPolls(5);

    assertThat(polled()).containsExactly(box(ids()));
    Duration spread = Duration.between(polls.get(0).at(), polls.get(4).at());
    // Planned over 1.6 s; the start of it all may eat into that.
    assertThat(spread).isBetween(Duration.ofMillis(500), Duration.ofMillis(4000));
    nothingIsPolledFor(SECOND);
  }

  private static Long[] box(long[] ids) {
    return java.util.Arrays.stream(ids).boxed().toArray(Long[]::new);
  }

  @Test
  void aFeedIsPolledAgainWhenItsPollAskedForIt() {
    follow(1);
    schedule(SECOND, HOUR, SECOND).start();
    awaitPolls(4);

    for (int i = 0; i < 3; i++) {
      assertThat(Duration.between(polls.get(i).at(), polls.get(i + 1).at()))
          .isBetween(SECOND, Duration.ofSeconds(3));
    }
  }

  @Test
  void aPollThatMeetsAnErrorIsTriedAgainAfterTheLongestInterval() {
    follow(1);
    schedule(
            SECOND,
            SECOND,
            feed -> {
              polls.add(new Poll(feed, clock.instant()));
              throw new IllegalStateException("broken");
            })
        .start();

    awaitPolls(3);
  }

  @Test
  void aFeedIsNeverPolledTwiceAtOnce() {
    follow(1);
    CountDownLatch go = new CountDownLatch(1);
    schedule(
            SECOND,
            SECOND,
            feed -> {
              polls.add(new Poll(feed, clock.instant()));
              awaitQuietly(go);
              return new Polled("nothing new", 0, clock.instant().plus(HOUR));
            })
        .start();
    awaitPolls(1);
    nothingIsPolledFor(Duration.ofSeconds(3));
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
    follow(1);
    Schedule schedule = schedule(SECOND, HOUR, SECOND);
    schedule.start();
    awaitPolls(1);
    long first = ids()[0];
    feeds.follow(
        List.of(new CatalogueFeed(URI.create("https://example.org/new"), "جديد", "ar", "ly")));
    long second = ids()[0];
    schedule.follow();
    await().atMost(Duration.ofSeconds(5)).until(() -> polled().contains(second));

    polls.clear();
    awaitPolls(2);
    assertThat(polled()).doesNotContain(first);
  }

  @Test
  void aFeedThatIsGoneIsPolledNoMore() {
    follow(1);
    schedule(
            SECOND,
            SECOND,
            feed -> {
              polls.add(new Poll(feed, clock.instant()));
              return new Polled("gone", 0, null);
            })
        .start();
    awaitPolls(1);

    nothingIsPolledFor(Duration.ofSeconds(3));
  }

  @Test
  void aRestartGoesOnWhereItStopped() {
    follow(1);
    Schedule first = schedule(SECOND, HOUR, Duration.ofMinutes(10));
    first.start();
    awaitPolls(1);
    first.close();
    schedule(SECOND, HOUR, Duration.ofMinutes(10)).start();

    nothingIsPolledFor(Duration.ofSeconds(3));
  }

  @Test
  void aShorterIntervalCountsFromTheRestartOn() {
    follow(1);
    Schedule first = schedule(SECOND, HOUR, Duration.ofMinutes(10));
    first.start();
    awaitPolls(1);
    first.close();
    schedule(SECOND, SECOND, SECOND).start();

    awaitPolls(2);
  }

  @Test
  void whatWasMissedWhileDownIsPolledOnce() {
    follow(3);
    Schedule first = schedule(SECOND, Duration.ofMinutes(1), Duration.ofMinutes(1));
    first.start();
    awaitPolls(3);
    first.close();
    execute("UPDATE qrtz_triggers SET next_fire_time = next_fire_time - 36000000");
    polls.clear();
    schedule(SECOND, Duration.ofMinutes(1), Duration.ofMinutes(1)).start();
    awaitPolls(3);

    nothingIsPolledFor(Duration.ofSeconds(2));
    assertThat(polled()).containsExactly(box(ids()));
  }

  @Test
  void theStopWaitsForAPollThatRuns() {
    follow(1);
    CountDownLatch started = new CountDownLatch(1);
    Schedule schedule =
        schedule(
            SECOND,
            HOUR,
            feed -> {
              started.countDown();
              awaitQuietly(SECOND);
              polls.add(new Poll(feed, clock.instant()));
              return new Polled("nothing new", 0, clock.instant().plus(HOUR));
            });
    schedule.start();
    awaitQuietly(started);
    schedule.close();

    assertThat(polls).hasSize(1);
    assertThat(schedule.isStarted()).isFalse();
  }

  private static void awaitQuietly(Duration time) {
    await().pollDelay(time).until(() -> true);
  }

  @Test
  void theStopDoesNotWaitForEver() {
    follow(1);
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Schedule schedule =
        schedule(
            SECOND,
            HOUR,
            feed -> {
              started.countDown();
              awaitQuietly(go);
              return new Polled("nothing new", 0, clock.instant().plus(HOUR));
            });
    schedule.start();
    awaitQuietly(started);
    long before = System.nanoTime();
    schedule.close();
    go.countDown();

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(7));
  }
}
