package org.marsad.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Any number of feeds of thirty items, each at an address of loopback of its own, so that each is a
 * server of its own for whoever is polite. Every third reading finds one item more; the others are
 * answered with 304.
 */
final class Newsstand implements AutoCloseable {
  private static final int ITEMS = 30;
  private static final int SAME_READINGS = 3;

  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final HttpServer server;
  private final ConcurrentHashMap<String, AtomicInteger> readings = new ConcurrentHashMap<>();
  final LongAdder notModified = new LongAdder();

  Newsstand() throws IOException {
    server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 1000);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** The address of one of the feeds. */
  URI feed(int number) {
    String host =
        "127." + (1 + number / 62_500) + "." + number / 250 % 250 + "." + (1 + number % 250);
    return URI.create("http://" + host + ":" + server.getAddress().getPort() + "/" + number);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    int newest =
        ITEMS
            + readings.computeIfAbsent(path, one -> new AtomicInteger()).getAndIncrement()
                / SAME_READINGS;
    String etag = "\"" + newest + "\"";
    exchange.getResponseHeaders().set("ETag", etag);
    if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      notModified.increment();
      exchange.sendResponseHeaders(304, -1);
    } else {
      byte[] body = document(path, newest).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private static String document(String path, int newest) {
    StringBuilder items = new StringBuilder();
    for (int i = newest; i > newest - ITEMS; i--) {
      String link = "https://example.org" + path + "/" + i;
      items
          .append("<item><guid>" + link + "</guid><link>" + link + "</link><title>")
          .append("مباحثات حول أسعار النفط في الجلسة رقم " + i)
          .append("</title><description>")
          .append(
              "قال المتحدث إن الجلسة بحثت سبل دعم الإنتاج في الحقول الجنوبية خلال العام المقبل. "
                  .repeat(3))
          .append("</description></item>");
    }
    return "<rss version=\"2.0\"><channel><title>مصدر</title>" + items + "</channel></rss>";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
