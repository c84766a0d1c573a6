package org.marsad.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.marsad.feed.CatalogueFeed;
import org.marsad.feed.CheckTimes;
import org.marsad.feed.Feeds;
import org.marsad.poll.Polled;

class ScheduleOnPostgresTest extends ScheduleContract {
  private static Database database;

  @BeforeAll
  static void openDatabase() throws IOException {
    database = TestPostgres.open();
  }

  @AfterAll
  static void closeDatabase() throws IOException {
    database.close();
  }

  @Override
  Database database() {
    return database;
  }

  @Test
  void twoProcessesShareTheWorkAndPollNothingTwice() {
    Feeds feeds = new Feeds(database.jdbi());
    feeds.follow(
        IntStream.range(0, 20)
            .mapToObj(i -> URI.create("https://example.org/shared/" + i))
            .map(url -> new CatalogueFeed(url, "مصدر", "ar", "ly"))
            .toList());
    List<Long> polled = new CopyOnWriteArrayList<>();
    LongFunction<Polled> poll =
        feed -> {
          polled.add(feed);
          return new Polled("nothing new", 0, Clock.systemUTC().instant().plusSeconds(3600));
        };
    Schedule.Rhythm rhythm =
        new Schedule.Rhythm(
            new CheckTimes.Bounds(Duration.ofSeconds(2), Duration.ofHours(1)), Clock.systemUTC());
    try (Schedule one = new Schedule(database, feeds, poll, rhythm);
        Schedule other = new Schedule(database, feeds, poll, rhythm)) {
      one.start();
      other.start();
      await().atMost(Duration.ofSeconds(15)).until(() -> polled.size() >= 20);
      await()
          .during(Duration.ofSeconds(1))
          .atMost(Duration.ofSeconds(5))
          .untilAsserted(() -> assertThat(polled).hasSize(20).doesNotHaveDuplicates());
    }
  }
}
