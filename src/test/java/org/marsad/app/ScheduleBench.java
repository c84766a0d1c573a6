package org.marsad.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.marsad.feed.CatalogueFeed;
import org.marsad.feed.CheckTimes;
import org.marsad.feed.Feed;
import org.marsad.feed.Feeds;
import org.marsad.poll.Polled;

/** Feeds, schedules of them on a database that is emptied first, and a note of every poll. */
final class ScheduleBench implements AutoCloseable {
  static final Duration SECOND = Duration.ofSeconds(1);
  static final Duration HOUR = Duration.ofHours(1);

  final Clock clock = Clock.systemUTC();
  final List<Poll> polls = new CopyOnWriteArrayList<>();
  final Feeds feeds;
  private final Database database;
  private final List<Schedule> open = new ArrayList<>();

  record Poll(long feed, Instant at) {}

  ScheduleBench(Database database) {
    this.database = database;
    execute("DELETE FROM qrtz_simple_triggers");
    execute("DELETE FROM qrtz_triggers");
    execute("DELETE FROM qrtz_job_details");
    execute("DELETE FROM qrtz_fired_triggers");
    execute("DELETE FROM feeds");
    feeds = new Feeds(database.jdbi());
  }

  void execute(String sql) {
    database.jdbi().useHandle(handle -> handle.execute(sql));
  }

  void follow(int count) {
    feeds.follow(
        IntStream.range(0, count)
            .mapToObj(i -> URI.create("https://example.org/" + i))
            .map(url -> new CatalogueFeed(url, "مصدر", "ar", "ly"))
            .toList());
  }

  Schedule schedule(Duration min, Duration max, LongFunction<Polled> poll) {
    LongFunction<Polled> noted =
        feed -> {
          polls.add(new Poll(feed, clock.instant()));
          return poll.apply(feed);
        };
    Schedule schedule =
        new Schedule(
            database, feeds, noted, new Schedule.Rhythm(new CheckTimes.Bounds(min, max), clock));
    open.add(schedule);
    return schedule;
  }

  /** One whose polls ask for the next after so long. */
  Schedule schedule(Duration min, Duration max, Duration next) {
    return schedule(min, max, feed -> nothingNew(next));
  }

  Polled nothingNew(Duration next) {
    return new Polled("nothing new", 0, clock.instant().plus(next));
  }

  List<Long> ids() {
    return feeds.all().stream().map(Feed::id).toList();
  }

  List<Long> polled() {
    return polls.stream().map(Poll::feed).sorted().toList();
  }

  /** When the polls are planned, the earliest first. */
  List<Instant> planned() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT next_fire_time FROM qrtz_triggers ORDER BY next_fire_time")
                    .mapTo(Long.class)
                    .map(Instant::ofEpochMilli)
                    .list());
  }

  void awaitPolls(int count) {
    await().atMost(Duration.ofSeconds(15)).until(() -> polls.size() >= count);
  }

  void nothingIsPolledFor(Duration time) {
    int before = polls.size();
    await()
        .during(time)
        .atMost(time.plusSeconds(5))
        .untilAsserted(() -> assertThat(polls).hasSize(before));
  }

  /** Closes the schedules; their threads are gone then. */
  @Override
  public void close() {
    open.forEach(Schedule::close);
    open.clear();
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().startsWith("poll-")));
  }
}
