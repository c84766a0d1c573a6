package org.marsad.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FeedFetcherTest {
  private static final byte[] BODY = "<rss/>".getBytes(UTF_8);

  private final HostileServer server;
  private final FeedFetcher fetcher =
      new FeedFetcher(
          new FetchLimits(
              Duration.ofSeconds(5),
              1 << 20,
              5,
              true,
              "Marsad/1 (+mailto:a@b.example)",
              HostLimits.NONE));

  FeedFetcherTest() throws IOException {
    server = new HostileServer();
  }

  @AfterEach
  void stop() throws IOException {
    fetcher.close();
    server.close();
  }

  @Test
  void aBodyComesWithItsTypeAndWhatToEcho() {
    server.on(
        "/f",
        "200 OK\r\nContent-Type: text/xml; charset=utf-8\r\nETag: W/\"a b\"\r\nLast-Modified: Mon,"
            + " 12 Jan 2026 10:00:00 GMT\r\nCache-Control: public, max-age=300",
        BODY);
    Fetched.Body body = (Fetched.Body) fetcher.fetch(server.url("/f"), Validators.NONE);
    assertThat(body.bytes()).isEqualTo(BODY);
    assertThat(body.contentType()).isEqualTo("text/xml; charset=utf-8");
    assertThat(body.finalUrl()).isEqualTo(server.url("/f"));
    assertThat(body.maxAge()).isEqualTo(Duration.ofMinutes(5));
    assertThat(body.movedTo()).isNull();
    assertThat(body.validators())
        .isEqualTo(new Validators("W/\"a b\"", "Mon, 12 Jan 2026 10:00:00 GMT", Sha256.hex(BODY)));
  }

  @Test
  void weNameOurselvesAndSendNoCookies() {
    server.on("/f", "200 OK\r\nSet-Cookie: id=1", BODY);
    fetcher.fetch(server.url("/f"), Validators.NONE);
    fetcher.fetch(server.url("/f"), Validators.NONE);
    assertThat(server.requests().get(1))
        .contains("User-Agent: Marsad/1 (+mailto:a@b.example)", "Accept-Encoding: br,gzip")
        .noneMatch(line -> line.startsWith("Cookie"));
  }

  @Test
  void validatorsAreEchoedExactly() {
    server.on("/f", "304 Not Modified", new byte[0]);
    Validators before = new Validators("W/\"a--gzip\"", "Mon, 5 Jan 2026 1:00 GMT", "hash");
    Fetched fetched = fetcher.fetch(server.url("/f"), before);
    assertThat(fetched).isEqualTo(new Fetched.NotModified(before, null, null));
    assertThat(server.requests().get(0))
        .contains("If-None-Match: W/\"a--gzip\"", "If-Modified-Since: Mon, 5 Jan 2026 1:00 GMT");
  }

  @Test
  void aBodyWeHadIsNotModifiedWhateverTheServerSays() {
    server.on("/f", "200 OK\r\nETag: \"new\"", BODY);
    Validators before = new Validators("\"old\"", null, Sha256.hex(BODY));
    assertThat(fetcher.fetch(server.url("/f"), before))
        .isEqualTo(
            new Fetched.NotModified(new Validators("\"new\"", null, Sha256.hex(BODY)), null, null));
  }

  @Test
  void aFormIsPostedAndARefusalIsNamed() {
    server.on("/ok", "202 Accepted", new byte[0]).on("/no", "503 Unavailable", new byte[0]);
    assertThat(fetcher.post(server.url("/ok"), Map.of("hub.topic", "https://a.example/ا&b")))
        .isEmpty();
    assertThat(server.requests().get(0))
        .contains("POST /ok HTTP/1.1", "Content-Type: application/x-www-form-urlencoded");
    assertThat(fetcher.post(server.url("/no"), Map.of()))
        .contains(new Fetched.Failed(Reason.UNAVAILABLE, "HTTP 503", null));
  }

  @Test
  void nothingIsPostedToAPrivateAddress() {
    try (FeedFetcher careful = new FeedFetcher(FetchLimits.standard("Marsad test"))) {
      assertThat(careful.post(server.url("/ok"), Map.of("a", "b")))
          .hasValueSatisfying(
              why -> assertThat(why.reason()).isEqualTo(Reason.ADDRESS_NOT_ALLOWED));
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void gzipIsUndone() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(BODY);
    }
    server.on("/f", "200 OK\r\nContent-Encoding: gzip", bytes.toByteArray());
    assertThat(((Fetched.Body) fetcher.fetch(server.url("/f"), Validators.NONE)).bytes())
        .isEqualTo(BODY);
  }

  @Test
  void brotliIsUndone() {
    byte[] brotli = brotliOf(BODY);
    server.on("/f", "200 OK\r\nContent-Encoding: br", brotli);
    assertThat(((Fetched.Body) fetcher.fetch(server.url("/f"), Validators.NONE)).bytes())
        .isEqualTo(BODY);
  }

  /** WBITS 16 (0), ISLAST 0, MNIBBLES 4 (00), MLEN-1, ISUNCOMPRESSED 1, padding, bytes, 11. */
  private static byte[] brotliOf(byte[] body) {
    int head = (body.length - 1) << 4 | 1 << 20;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List.of(head, head >> 8, head >> 16).forEach(out::write);
    out.writeBytes(body);
    out.write(3);
    return out.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({"301,true", "308,true", "302,false", "307,false", "303,false"})
  void onlyPermanentRedirectsMoveTheFeed(int status, boolean moved) {
    server.on("/f", status + " Moved\r\nLocation: /g", new byte[0]).on("/g", "200 OK", BODY);
    Fetched.Body body = (Fetched.Body) fetcher.fetch(server.url("/f"), Validators.NONE);
    assertThat(body.finalUrl()).isEqualTo(server.url("/g"));
    assertThat(body.movedTo()).isEqualTo(moved ? server.url("/g") : null);
  }

  @Test
  void aMoveToAnAddressTooLongToBeKeptIsNone() {
    String far = "/g?" + "x".repeat(2000);
    server.on("/f", "301 Moved\r\nLocation: " + far, new byte[0]).on(far, "200 OK", BODY);
    Fetched.Body body = (Fetched.Body) fetcher.fetch(server.url("/f"), Validators.NONE);
    assertThat(body.movedTo()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"301,GONE", "308,GONE", "302,HTTP_STATUS", "307,HTTP_STATUS"})
  void aPageThatIsGoneBehindATemporaryRedirectIsNotTheFeed(int status, Reason reason) {
    server.on("/f", status + " Moved\r\nLocation: /g", new byte[0]).on("/g", "410 Gone", BODY);
    Fetched.Failed failed = (Fetched.Failed) fetcher.fetch(server.url("/f"), Validators.NONE);
    assertThat(failed.reason()).isEqualTo(reason);
    assertThat(failed.detail()).isEqualTo("HTTP 410");
  }

  @ParameterizedTest
  @CsvSource({
    "404 Not Found,HTTP_STATUS,",
    "500 Oh,HTTP_STATUS,",
    "410 Gone,GONE,",
    "429 Slow,TOO_MANY_REQUESTS,PT2M",
    "503 Busy,UNAVAILABLE,PT2M"
  })
  void errorsAreNamed(String status, Reason reason, Duration retryAfter) {
    String headers = retryAfter == null ? status : status + "\r\nRetry-After: 120";
    server.on("/f", headers, BODY);
    Fetched.Failed failed = (Fetched.Failed) fetcher.fetch(server.url("/f"), Validators.NONE);
    assertThat(failed.reason()).isEqualTo(reason);
    assertThat(failed.retryAfter()).isEqualTo(retryAfter);
    assertThat(failed.detail()).contains(status.substring(0, 3));
  }

  @Test
  void aServerThatIsNotThereIsUnreachable() throws IOException {
    URI nobody;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = URI.create("http://127.0.0.1:" + free.getLocalPort() + "/f");
    }
    Fetched.Failed failed = (Fetched.Failed) fetcher.fetch(nobody, Validators.NONE);
    assertThat(failed.reason()).isEqualTo(Reason.UNREACHABLE);
  }
}
