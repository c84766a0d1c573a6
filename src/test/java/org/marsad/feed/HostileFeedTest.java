package org.marsad.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What feeds and servers do to harm, and what becomes of it. */
@Timeout(30)
final class HostileFeedTest {
  private static final byte[] BODY = "<rss/>".getBytes(UTF_8);
  private static final FetchLimits OPEN = limits(true);
  private static final FetchLimits GUARDED = limits(false);

  private final HostileServer server;

  HostileFeedTest() throws IOException {
    server = new HostileServer();
  }

  private static FetchLimits limits(boolean allowPrivateAddresses) {
    return new FetchLimits(
        Duration.ofMillis(1500),
        64 << 10,
        5,
        allowPrivateAddresses,
        "Marsad test",
        HostLimits.NONE);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void aBodyWithoutEndIsCutAtTheLimit() {
    server.on(
        "/f",
        out -> {
          out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8));
          while (true) {
            out.write(new byte[8192]);
          }
        });
    assertThat(reason(OPEN, server.url("/f"))).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void theLimitCountsDecompressedBytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < 1000; i++) {
        gzip.write(new byte[64 << 10]);
      }
    }
    assertThat(bytes.size()).isLessThan(128 << 10);
    server.on("/f", "200 OK\r\nContent-Encoding: gzip", bytes.toByteArray());
    assertThat(reason(OPEN, server.url("/f"))).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void theLimitCountsWhatBrotliDecompressedToo() {
    // 64 MiB of blanks in 53 bytes.
    byte[] bomb =
        java.util.Base64.getDecoder()
            .decode("z///f/glQOKxQCD3/p/////wSwDEYQGA7v0/////4ZcAiMMiAN37//z//8cvARCHBQC69/8=");
    server.on("/f", "200 OK\r\nContent-Encoding: br", bomb);
    assertThat(reason(OPEN, server.url("/f"))).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void headersWithoutEndAreCutByTheTimeoutToo() {
    server.on(
        "/f",
        out -> {
          out.write("HTTP/1.1 200 OK\r\n".getBytes(UTF_8));
          while (true) {
            out.write("X: y\r\n".getBytes(UTF_8));
            out.flush();
            Thread.sleep(50);
          }
        });
    assertThat(reason(OPEN, server.url("/f"))).isEqualTo(Reason.TIMEOUT);
  }

  @Test
  void aSlowLorisIsCutByTheTimeoutOfTheWholeCall() {
    server.on(
        "/f",
        out -> {
          out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8));
          while (true) {
            out.write('<');
            out.flush();
            Thread.sleep(50);
          }
        });
    Instant start = Instant.now();
    assertThat(reason(OPEN, server.url("/f"))).isEqualTo(Reason.TIMEOUT);
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void theTimeoutHoldsOverAllRedirectsTogether() {
    server.on(
        "/f",
        out -> {
          Thread.sleep(500);
          out.write("HTTP/1.1 302 F\r\nLocation: /f\r\nContent-Length: 0\r\n\r\n".getBytes(UTF_8));
        });
    Instant start = Instant.now();
    assertThat(reason(OPEN, server.url("/f"))).isEqualTo(Reason.TIMEOUT);
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void aRedirectLoopEndsAfterFiveHops() {
    server.on("/f", "302 Found\r\nLocation: /f", new byte[0]);
    assertThat(reason(OPEN, server.url("/f"))).isEqualTo(Reason.REDIRECT_LOOP);
    assertThat(server.requests()).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://127.0.0.1/", "//u:p@127.0.0.1/", "http://"})
  void aRedirectOutOfTheWebIsRefused(String location) {
    server.on("/f", "302 Found\r\nLocation: " + location, new byte[0]);
    assertThat(reason(OPEN, server.url("/f"))).isEqualTo(Reason.ADDRESS_NOT_ALLOWED);
  }

  @Test
  void aRedirectToAnAddressOfOursIsRefusedOnEveryHop() throws UnknownHostException {
    // For this test the server's second address counts as public, its first does not.
    InetAddress open = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
    PublicDns dns = new PublicDns(okhttp3.Dns.SYSTEM, open::equals);
    String ours = "302 Found\r\nLocation: http://127.0.0.1:" + server.port() + "/secret";
    server.on("/1", "302 Found\r\nLocation: /2", new byte[0]).on("/2", ours, new byte[0]);
    server.on("/secret", "200 OK", BODY);
    try (FeedFetcher fetcher = new FeedFetcher(GUARDED, dns)) {
      assertThat(reason(fetcher, URI.create("http://127.0.0.2:" + server.port() + "/1")))
          .isEqualTo(Reason.ADDRESS_NOT_ALLOWED);
    }
    assertThat(server.requests()).hasSize(2).allMatch(lines -> !lines.get(0).contains("secret"));
  }

  @Test
  void aRedirectFromASafeConnectionToAnOpenOneIsRefused() {
    Hop hop = Hop.first(URI.create("https://a.example/f"));
    okhttp3.HttpUrl from = okhttp3.HttpUrl.get("https://a.example/f");
    Fetched.Failed refused =
        (Fetched.Failed) hop.redirected(from, 301, "http://a.example/f").fetched();
    assertThat(refused.reason()).isEqualTo(Reason.DOWNGRADE);
    assertThat(hop.redirected(from, 301, "/g").next().movedTo())
        .isEqualTo(URI.create("https://a.example/g"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0177.0.0.1/",
        "http://0x7f.1/",
        "http://127.0.0.1./",
        "http://localhost/",
        "http://0.0.0.0/",
        "http://10.0.0.1/",
        "http://172.31.0.1/",
        "http://192.168.1.1/",
        "http://100.64.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://224.0.0.1/",
        "http://255.255.255.255/",
        "http://[::1]/",
        "http://[::]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://[fe80::1]/",
        "http://[fc00::1]/",
        "http://[fd00:ec2::254]/",
        "http://[ff02::1]/"
      })
  void addressesOfOursAreNeverConnectedTo(URI url) {
    assertThat(reason(GUARDED, url)).isEqualTo(Reason.ADDRESS_NOT_ALLOWED);
  }

  @Test
  void aLocalServerIsRefusedWithoutOneByteSentToIt() {
    server.on("/f", "200 OK", BODY);
    assertThat(reason(GUARDED, server.url("/f"))).isEqualTo(Reason.ADDRESS_NOT_ALLOWED);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aNameThatResolvesToAnAddressOfOursIsRefused() throws UnknownHostException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    InetAddress open = InetAddress.getByAddress(new byte[] {8, 8, 8, 8});
    URI url = URI.create("http://innocent.example:" + server.port() + "/f");
    server.on("/f", "200 OK", BODY);
    try (FeedFetcher fetcher = new FeedFetcher(GUARDED, host -> List.of(loopback))) {
      assertThat(reason(fetcher, url)).isEqualTo(Reason.ADDRESS_NOT_ALLOWED);
    }
    try (FeedFetcher fetcher = new FeedFetcher(GUARDED, host -> List.of(open, loopback))) {
      assertThat(reason(fetcher, url)).isEqualTo(Reason.ADDRESS_NOT_ALLOWED);
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void theAddressCheckedIsTheAddressUsed() throws UnknownHostException {
    // Rebinding: harmless at the first question, ours from the second on. One question is asked.
    AtomicInteger questions = new AtomicInteger();
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    InetAddress nobody = InetAddress.getByAddress(new byte[] {(byte) 198, 51, 100, 1});
    try (FeedFetcher fetcher =
        new FeedFetcher(
            GUARDED, host -> List.of(questions.getAndIncrement() == 0 ? nobody : loopback))) {
      fetcher.fetch(URI.create("http://a.example:" + server.port() + "/f"), Validators.NONE);
    }
    assertThat(questions).hasValue(1);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void publicAddressesArePublic() throws UnknownHostException {
    for (String address : List.of("8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111")) {
      assertThat(Addresses.isPublic(InetAddress.getByName(address))).as(address).isTrue();
    }
  }

  private static Reason reason(FetchLimits limits, URI url) {
    try (FeedFetcher fetcher = new FeedFetcher(limits)) {
      return reason(fetcher, url);
    }
  }

  private static Reason reason(FeedFetcher fetcher, URI url) {
    return ((Fetched.Failed) fetcher.fetch(url, Validators.NONE)).reason();
  }
}
