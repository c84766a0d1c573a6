package org.marsad.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Feeds at loopback addresses, each a server of its own for whoever is polite, and the log of what
 * was asked of them and what was answered. What an address answers stands in its first path part:
 * {@code /feed} the feed, {@code /busy} first that it is too much, {@code /gone} that it is gone,
 * {@code /moved} where it is for good.
 */
final class LoggedSite implements AutoCloseable {
  static final String ETAG = "W/\"three items, 'as they are'\"";
  static final int RETRY_AFTER_SECONDS = 4;

  final List<Line> log = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** One request, as the server saw it, and its answer. */
  record Line(
      Instant at,
      String host,
      String path,
      @Nullable String ifNoneMatch,
      @Nullable String acceptEncoding,
      @Nullable String userAgent,
      int status) {}

  LoggedSite() throws IOException {
    server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 100);
    server.setExecutor(threads);
    server.createContext("/feed", exchange -> answer(exchange, feed(exchange)));
    server.createContext("/busy", exchange -> answer(exchange, busy(exchange)));
    server.createContext("/gone", exchange -> answer(exchange, 410));
    server.createContext("/moved", exchange -> answer(exchange, moved(exchange)));
    server.start();
  }

  /** An address of one of the hosts; 1 to 250. */
  URI at(int host, String path) {
    return URI.create("http://127.0.0." + host + ":" + server.getAddress().getPort() + path);
  }

  /** What was asked at an address. */
  List<Line> of(URI address) {
    return log.stream()
        .filter(line -> line.host().equals(address.getAuthority()))
        .filter(line -> line.path().equals(address.getPath()))
        .toList();
  }

  /** What was asked of a host. */
  List<Line> ofHostOf(URI address) {
    return log.stream().filter(line -> line.host().equals(address.getAuthority())).toList();
  }

  private static int feed(HttpExchange exchange) {
    exchange.getResponseHeaders().set("ETag", ETAG);
    return ETAG.equals(exchange.getRequestHeaders().getFirst("If-None-Match")) ? 304 : 200;
  }

  private int busy(HttpExchange exchange) {
    boolean first = log.stream().noneMatch(line -> line.path().startsWith("/busy"));
    if (first) {
      exchange.getResponseHeaders().set("Retry-After", Integer.toString(RETRY_AFTER_SECONDS));
      return 429;
    }
    return feed(exchange);
  }

  private static int moved(HttpExchange exchange) {
    exchange.getResponseHeaders().set("Location", "/feed/new");
    return 301;
  }

  private void answer(HttpExchange exchange, int status) throws IOException {
    var headers = exchange.getRequestHeaders();
    log.add(
        new Line(
            Instant.now(),
            headers.getFirst("Host"),
            exchange.getRequestURI().getPath(),
            headers.getFirst("If-None-Match"),
            headers.getFirst("Accept-Encoding"),
            headers.getFirst("User-Agent"),
            status));
    if (status == 200) {
      byte[] body = zipped(document());
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    } else {
      exchange.sendResponseHeaders(status, -1);
    }
    exchange.close();
  }

  private static byte[] zipped(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static String document() {
    StringBuilder items = new StringBuilder();
    for (int i = 1; i <= 3; i++) {
      items.append("<item><guid>" + i + "</guid><title>خبر " + i + "</title></item>");
    }
    return "<rss version=\"2.0\"><channel><title>مصدر</title>" + items + "</channel></rss>";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
