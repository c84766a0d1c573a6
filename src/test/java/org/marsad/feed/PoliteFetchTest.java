package org.marsad.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server sees of us, by its own log. */
final class PoliteFetchTest {
  private static final byte[] BODY = "<rss/>".getBytes(UTF_8);
  private static final int FEEDS = 5;

  private final List<Long> starts = new CopyOnWriteArrayList<>();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final HostileServer server;

  PoliteFetchTest() throws IOException {
    server = new HostileServer();
    for (int i = 0; i < FEEDS; i++) {
      server.on("/" + i, this::slowly);
    }
  }

  private void slowly(java.io.OutputStream out) throws IOException, InterruptedException {
    starts.add(System.nanoTime());
    most.accumulateAndGet(running.incrementAndGet(), Math::max);
    Thread.sleep(400);
    running.decrementAndGet();
    out.write("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<rss/>".getBytes(UTF_8));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void fetchesOfOneServerStartApartAndFewRunAtATime() throws Exception {
    Duration between = Duration.ofMillis(500);
    ExecutorService threads = Executors.newFixedThreadPool(FEEDS);
    try (HostileServer other = new HostileServer().on("/", "200 OK", BODY);
        FeedFetcher fetcher = fetcher(new HostLimits(2, between))) {
      // The first fetch of all loads classes; it must not be late among those that are timed.
      fetcher.fetch(other.url("/"), Validators.NONE);
      List<Callable<Fetched>> polls =
          IntStream.range(0, FEEDS)
              .mapToObj(i -> (Callable<Fetched>) () -> patient(fetcher, server.url("/" + i)))
              .toList();
      for (Future<Fetched> one : threads.invokeAll(polls)) {
        assertThat(one.get()).isInstanceOf(Fetched.Body.class);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(most.get()).isLessThanOrEqualTo(2);
    assertThat(starts).hasSize(FEEDS);
    for (int i = 1; i < FEEDS; i++) {
      // A start can be seen late on a busy machine, which brings it nearer to the next.
      assertThat(starts.get(i) - starts.get(i - 1)).isGreaterThan(between.toNanos() / 3);
    }
  }

  /** As the schedule does: comes again when it is told to. */
  private static Fetched patient(FeedFetcher fetcher, URI url) throws InterruptedException {
    Fetched fetched = fetcher.fetch(url, Validators.NONE);
    while (fetched instanceof Fetched.Failed failed && failed.reason() == Reason.HOST_BUSY) {
      Thread.sleep(failed.retryAfter().toMillis());
      fetched = fetcher.fetch(url, Validators.NONE);
    }
    return fetched;
  }

  @Test
  void whoHasToWaitLongIsToldWhenAndHoldsUpNobody() {
    try (FeedFetcher fetcher = fetcher(new HostLimits(2, Duration.ofSeconds(60)))) {
      assertThat(fetcher.fetch(server.url("/0"), Validators.NONE)).isInstanceOf(Fetched.Body.class);
      Instant before = Instant.now();
      Fetched.Failed second = (Fetched.Failed) fetcher.fetch(server.url("/1"), Validators.NONE);
      Fetched.Failed third = (Fetched.Failed) fetcher.fetch(server.url("/2"), Validators.NONE);
      assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(2));
      assertThat(second.reason()).isEqualTo(Reason.HOST_BUSY);
      assertThat(second.retryAfter()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
      assertThat(third.retryAfter()).isBetween(Duration.ofSeconds(110), Duration.ofSeconds(120));
    }
    assertThat(starts).hasSize(1);
  }

  @Test
  void aServerThatRedirectsLeadToHasItsTurnsToo() throws IOException {
    try (HostileServer one =
            new HostileServer().on("/", "302 Found\r\nLocation: " + server.url("/0"), BODY);
        HostileServer two =
            new HostileServer().on("/", "302 Found\r\nLocation: " + server.url("/1"), BODY);
        FeedFetcher fetcher = fetcher(new HostLimits(2, Duration.ofSeconds(60)))) {
      assertThat(fetcher.fetch(one.url("/"), Validators.NONE)).isInstanceOf(Fetched.Body.class);
      Fetched.Failed second = (Fetched.Failed) fetcher.fetch(two.url("/"), Validators.NONE);
      assertThat(second.reason()).isEqualTo(Reason.HOST_BUSY);
      assertThat(second.retryAfter()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
    }
    assertThat(starts).hasSize(1);
  }

  @Test
  void aFeedThatSaysNothingNewIsSentNoBodyTwice() {
    server.on("/f", "200 OK\r\nETag: \"1\"", BODY);
    try (FeedFetcher fetcher = fetcher(HostLimits.NONE)) {
      Fetched.Body body = (Fetched.Body) fetcher.fetch(server.url("/f"), Validators.NONE);
      FeedState state = FeedState.UNKNOWN.read(body, null, 1, Instant.now());
      server.on("/f", "304 Not Modified", new byte[0]);
      assertThat(fetcher.fetch(server.url("/f"), state.echo(Instant.now())))
          .isInstanceOf(Fetched.NotModified.class);
    }
    assertThat(server.requests().get(1)).contains("If-None-Match: \"1\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"429 Too Many Requests", "503 Service Unavailable"})
  void retryAfterAsADateIsObeyed(String status) {
    Instant until = Instant.now().plusSeconds(1800);
    String date =
        java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(
            until.atZone(java.time.ZoneId.of("GMT")));
    server.on("/f", status + "\r\nRetry-After: " + date, new byte[0]);
    try (FeedFetcher fetcher = fetcher(HostLimits.NONE)) {
      Fetched.Failed failed = (Fetched.Failed) fetcher.fetch(server.url("/f"), Validators.NONE);
      assertThat(failed.retryAfter()).isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30));
    }
  }

  private static FeedFetcher fetcher(HostLimits perHost) {
    return new FeedFetcher(
        FetchLimits.standard("Marsad test").withPrivateAddresses(true).withPerHost(perHost));
  }
}
