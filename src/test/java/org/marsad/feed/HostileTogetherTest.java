package org.marsad.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.marsad.alert.Alerts;
import org.marsad.alert.Chat;
import org.marsad.app.Database;
import org.marsad.app.TestDatabase;
import org.marsad.entity.Catalogue;
import org.marsad.poll.FeedPoll;
import org.marsad.poll.FeedServer;
import org.marsad.story.Stories;
import org.marsad.watch.WatchMatcher;

/** A feed of each hostile kind at once beside a healthy one, which must not notice. */
@Tag("slow")
final class HostileTogetherTest {
  private static final int ALERTS = 5;
  private static final Duration PAUSE = Duration.ofMillis(200);

  /** Of alert latency on a machine that does other things as well. */
  private static final Duration NOISE = Duration.ofSeconds(2);

  private static final long HEAP_NOISE_BYTES = 48L << 20;

  private final Clock clock = Clock.systemUTC();
  private final Map<String, String> expected = new LinkedHashMap<>();
  private final List<URI> hostile = new ArrayList<>();
  private HostileServer server;
  private FeedServer healthy;

  @BeforeEach
  void open() throws IOException {
    server = new HostileServer();
    healthy = new FeedServer();
    answersOfBytes();
    documents();
  }

  @AfterEach
  void close() throws IOException {
    healthy.close();
    server.close();
  }

  private HostileServer kind(String name, String outcome) {
    String path = "/" + hostile.size();
    expected.put(path, name + ": " + outcome);
    // Each at an address of its own, as servers of strangers are; 127.0.0.9 counts as ours.
    hostile.add(URI.create("http://127.0.1." + (hostile.size() + 1) + ":" + server.port() + path));
    return server;
  }

  private String path() {
    return hostile.get(hostile.size() - 1).getPath();
  }

  private void endless(String name, String outcome, String head, byte[] piece, int pauseMillis) {
    kind(name, outcome)
        .on(
            path(),
            out -> {
              out.write(head.getBytes(UTF_8));
              while (true) {
                out.write(piece);
                out.flush();
                Thread.sleep(pauseMillis);
              }
            });
  }

  private void answersOfBytes() throws IOException {
    String ok = "HTTP/1.1 200 OK\r\n";
    endless("a body without end", "too large", ok + "\r\n", new byte[64 << 10], 0);
    endless("a slow loris", "timeout", ok + "\r\n", new byte[] {'<'}, 50);
    endless("headers without end", "timeout", ok, "X: y\r\n".getBytes(UTF_8), 50);
    kind("a gzip bomb", "too large").on(path(), "200 OK\r\nContent-Encoding: gzip", bomb());
    byte[] brotli =
        Base64.getDecoder()
            .decode("z///f/glQOKxQCD3/p/////wSwDEYQGA7v0/////4ZcAiMMiAN37//z//8cvARCHBQC69/8=");
    kind("a brotli bomb", "too large").on(path(), "200 OK\r\nContent-Encoding: br", brotli);
    redirect("a redirect to an address of ours", "http://127.0.0.9:" + server.port() + "/");
    redirect("a redirect to a metadata address", "http://169.254.169.254/latest/");
    redirect("a redirect to a number that is an address", "http://2130706433/");
    redirect("a redirect to a file", "file:///etc/passwd");
    redirect("a redirect with credentials", "//u:p@example.org/");
    kind("a redirect loop", "redirect loop")
        .on(path(), "302 Found\r\nLocation: " + path(), new byte[0]);
  }

  private void redirect(String name, String to) {
    kind(name, "address not allowed").on(path(), "302 Found\r\nLocation: " + to, new byte[0]);
  }

  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < 1000; i++) {
        gzip.write(new byte[64 << 10]);
      }
    }
    return bytes.toByteArray();
  }

  private void documents() {
    String laughs =
        IntStream.range(1, 30)
            .mapToObj(i -> "<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">")
            .collect(Collectors.joining("", "<!DOCTYPE rss [<!ENTITY a0 \"ha\">", "]>"));
    document("billion laughs", "read", laughs + rss("<item><title>x &a29; y</title></item>"));
    document(
        "an external entity",
        "read",
        "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
            + rss("<item><title>t&x;</title></item>"));
    document("a page instead of a feed", "not a feed", "<!DOCTYPE html><html><body>مرحبا</body>");
    document("endless depth", "read", rss("<item><title>t</title>" + "<b>".repeat(100_000)));
    String many =
        IntStream.range(0, 5000)
            .mapToObj(i -> "<item><title>خبر " + i + "</title></item>")
            .collect(Collectors.joining());
    document("5,000 items", "read", rss(many));
    document("items of nothing", "read", rss("<item/>".repeat(100)));
    document(
        "dates of 1970 and to come",
        "read",
        rss(
            "<item><title>أ</title><pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate></item>"
                + "<item><title>ب</title><pubDate>Wed, 01 Jan 2076 00:00:00 GMT</pubDate></item>"));
    document(
        "scripts and turned directions",
        "read",
        rss("<item><title>&lt;script>x()\u202E</title></item>"));
  }

  private static String rss(String items) {
    return "<rss version='2.0'><channel><title>t</title>" + items + "</channel></rss>";
  }

  private void document(String name, String outcome, String text) {
    kind(name, outcome).on(path(), "200 OK\r\nContent-Type: text/xml", text.getBytes(UTF_8));
  }

  /** What one run came to: how long alerts took, the heap after it, and how the feeds ended. */
  private record Run(Duration median, long heapBytes, Map<String, String> outcomes) {}

  @Test
  void aHealthyFeedAndTheHeapDoNotNoticeAFeedOfEachHostileKind() throws IOException {
    Run alone = run(List.of());
    Run together = run(hostile);

    assertThat(together.outcomes()).isEqualTo(expected);
    assertThat(together.median()).isLessThan(alone.median().multipliedBy(2).plus(NOISE));
    assertThat(together.heapBytes()).isLessThan(alone.heapBytes() + HEAP_NOISE_BYTES);
  }

  private Run run(List<URI> others) throws IOException {
    FetchLimits limits =
        new FetchLimits(Duration.ofSeconds(3), 1 << 20, 5, false, "Marsad test", HostLimits.NONE);
    InetAddress ours = InetAddress.getByName("127.0.0.9");
    PublicDns dns =
        new PublicDns(okhttp3.Dns.SYSTEM, ip -> ip.isLoopbackAddress() && !ip.equals(ours));
    ScheduledExecutorService threads = Executors.newScheduledThreadPool(32);
    try (Database database = TestDatabase.open();
        FeedFetcher fetcher = new FeedFetcher(limits, dns)) {
      Alerts world = new Alerts(database.jdbi());
      FeedPoll poll = poll(database, world, fetcher);
      follow(world, others);
      Map<String, String> outcomes = new java.util.concurrent.ConcurrentHashMap<>();
      for (Feed feed : world.feeds.all()) {
        threads.scheduleWithFixedDelay(
            () -> outcomes.merge(feed.url().getPath(), poll.poll(feed.id()).outcome(), (a, b) -> a),
            0,
            PAUSE.toMillis(),
            TimeUnit.MILLISECONDS);
      }
      await().atMost(Duration.ofSeconds(60)).until(() -> outcomes.size() > others.size());
      Duration median = median(world);
      System.gc();
      long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      return new Run(median, heap, named(outcomes));
    } finally {
      threads.shutdownNow();
      awaitEnd(threads);
    }
  }

  private static void awaitEnd(ScheduledExecutorService threads) {
    await().atMost(Duration.ofSeconds(20)).until(threads::isTerminated);
  }

  private Map<String, String> named(Map<String, String> outcomes) {
    Map<String, String> named = new LinkedHashMap<>();
    expected.forEach(
        (path, what) -> {
          String outcome = outcomes.getOrDefault(path, "never polled");
          String name = what.substring(0, what.indexOf(": ") + 2);
          named.put(path, name + (outcome.equals("first read") ? "read" : outcome));
        });
    return named;
  }

  private FeedPoll poll(Database database, Alerts world, FeedFetcher fetcher) {
    WatchMatcher matcher =
        new WatchMatcher(Catalogue.read(java.nio.file.Path.of("config/entities.yaml")));
    Chat chat = world.chat(7, clock.instant());
    matcher.add(world.watch(chat, "نفط", clock.instant()));
    return new FeedPoll(
        new FeedPoll.Stores(
            database.jdbi(),
            world.feeds,
            new FollowedFeeds(database.jdbi()),
            new Subscriptions(database.jdbi()),
            world.items,
            new Pages(database.jdbi()),
            world.watches,
            new Stories(matcher::catalogue),
            world.outbox),
        new FeedPoll.Reading(
            fetcher,
            new FeedParser(clock),
            matcher,
            new CheckTimes.Bounds(Duration.ofSeconds(1), Duration.ofSeconds(1)),
            clock),
        () -> {},
        new SimpleMeterRegistry());
  }

  private void follow(Alerts world, List<URI> others) {
    List<URI> all = new ArrayList<>(others);
    all.add(healthy.url());
    world.feeds.follow(
        all.stream().map(url -> new CatalogueFeed(url, "مصدر", "ar", "ly")).toList());
  }

  /** Of the times from an item's publication to its alert's commit, one item after the other. */
  private Duration median(Alerts world) {
    List<Duration> times = new ArrayList<>();
    for (int i = 0; i < ALERTS; i++) {
      int before = alerts(world);
      Instant published = clock.instant();
      healthy.publish("n" + System.nanoTime(), "النفط " + System.nanoTime());
      await()
          .pollInterval(Duration.ofMillis(20))
          .atMost(Duration.ofSeconds(30))
          .until(() -> alerts(world) > before);
      times.add(Duration.between(published, clock.instant()));
    }
    return times.stream().sorted().skip(ALERTS / 2).findFirst().orElseThrow();
  }

  private static int alerts(Alerts world) {
    return world.outbox.countByState().values().stream().mapToInt(Integer::intValue).sum();
  }
}
