package org.marsad.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marsad.app.LoggedSite.Line;
import org.marsad.feed.CheckTimes;
import org.marsad.feed.Feed;
import org.marsad.feed.FetchLimits;

/** How feeds are read on the real schedule, by the log of the servers that are read. */
class PolitenessTest {
  private static final Duration INTERVAL = Duration.ofSeconds(2);

  private final LoggedSite site = new LoggedSite();
  private final ReadingBench bench =
      new ReadingBench(
          TestDatabase.open(),
          FetchLimits.standard("Marsad test (+mailto:desk@example.org)").withPrivateAddresses(true),
          new CheckTimes.Bounds(INTERVAL, INTERVAL));

  PolitenessTest() throws IOException {}

  @AfterEach
  void close() {
    bench.close();
    site.close();
  }

  private static void until(BooleanSupplier reached) {
    await().atMost(Duration.ofSeconds(60)).until(reached::getAsBoolean);
  }

  private Feed feed(URI first) {
    return bench.tables.feeds().all().stream()
        .filter(feed -> first.getAuthority().equals(feed.url().getAuthority()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsUnchangedIsNotSentTwiceAndWhatIsSentIsPacked() {
    URI address = site.at(2, "/feed/a");
    bench.start(List.of(address));
    until(() -> site.of(address).size() >= 4);

    List<Line> asked = site.of(address);
    assertThat(asked).extracting(Line::status).startsWith(200, 304, 304, 304).doesNotContain(500);
    assertThat(asked.get(0).ifNoneMatch()).isNull();
    assertThat(asked.subList(1, asked.size()))
        .extracting(Line::ifNoneMatch)
        .containsOnly(LoggedSite.ETAG);
    assertThat(asked)
        .extracting(Line::acceptEncoding)
        .allMatch(codings -> codings.contains("gzip"));
    assertThat(asked)
        .extracting(Line::userAgent)
        .allMatch(name -> name.contains("desk@example.org"));
    assertThat(count("SELECT count(*) FROM items")).isEqualTo(3);
  }

  private int count(String sql) {
    return bench
        .tables
        .jdbi()
        .withHandle(handle -> handle.createQuery(sql).mapTo(Integer.class).one());
  }

  @Test
  void aServerThatAsksToWaitIsLeftAloneForSoLong() {
    URI address = site.at(3, "/busy/a");
    bench.start(List.of(address));
    until(() -> site.of(address).size() >= 3);

    List<Line> asked = site.of(address);
    assertThat(asked).extracting(Line::status).startsWith(429, 200, 304);
    assertThat(Duration.between(asked.get(0).at(), asked.get(1).at()))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(LoggedSite.RETRY_AFTER_SECONDS));
  }

  @Test
  void theFeedsOfOneServerAreReadOneASecond() {
    List<URI> addresses = IntStream.range(0, 4).mapToObj(i -> site.at(4, "/feed/" + i)).toList();
    Instant before = Instant.now();
    bench.start(addresses);
    until(() -> addresses.stream().allMatch(address -> site.of(address).size() >= 2));

    List<Instant> starts = site.ofHostOf(addresses.get(0)).stream().map(Line::at).sorted().toList();
    // One that is seen late is nearer to the next; but none comes before its second.
    for (int i = 0; i < starts.size(); i++) {
      assertThat(starts.get(i)).isAfter(before.plusSeconds(i).minusMillis(50));
    }
  }

  @Test
  void theFirstReadingsAreSpreadOverTheInterval() {
    List<URI> addresses = IntStream.range(0, 8).mapToObj(i -> site.at(10 + i, "/feed")).toList();
    Instant before = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
    bench.start(addresses);
    until(() -> addresses.stream().noneMatch(address -> site.of(address).isEmpty()));

    for (int i = 0; i < addresses.size(); i++) {
      assertThat(site.of(addresses.get(i)).get(0).at())
          .isAfterOrEqualTo(before.plus(INTERVAL.multipliedBy(i).dividedBy(addresses.size())));
    }
  }

  @Test
  void aFeedThatIsGoneIsAskedNoMore() {
    URI gone = site.at(5, "/gone");
    URI other = site.at(6, "/feed");
    bench.start(List.of(gone, other));
    until(() -> site.of(other).size() >= 4 && !site.of(gone).isEmpty());

    assertThat(site.of(gone)).hasSize(1);
    assertThat(feed(gone).isStopped()).isTrue();
  }

  @Test
  void whereAFeedWentForGoodIsRemembered() {
    URI old = site.at(7, "/moved");
    URI now = site.at(7, "/feed/new");
    bench.start(List.of(old));
    until(() -> site.of(now).size() >= 6);

    assertThat(site.of(old)).extracting(Line::status).containsExactly(301, 301, 301);
    assertThat(feed(old).url()).isEqualTo(now);
    assertThat(site.of(now)).extracting(Line::status).startsWith(200, 304, 304, 304);
  }
}
