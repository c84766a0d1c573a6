package org.marsad.feed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A news site on loopback with the pages and feeds a test puts there; 404 for all else. */
public final class SiteServer implements AutoCloseable {
  private record Page(String type, String body) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  public SiteServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public URI url(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Paths and queries asked for so far. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  public SiteServer page(String path, String head, String body) {
    String html =
        "<!doctype html><html><head><title>ص</title>" + head + "</head><body>" + body + "</body>";
    return put(path, "text/html; charset=utf-8", html);
  }

  public SiteServer put(String path, String type, String body) {
    pages.put(path, new Page(type, body));
    return this;
  }

  /** Answers with this status and no body. */
  public SiteServer status(String path, int code) {
    statuses.put(path, code);
    return this;
  }

  /** A feed with an item a headline. */
  public SiteServer feed(String path, String title, String... headlines) {
    return put(path, "application/rss+xml; charset=utf-8", rss(title, headlines));
  }

  public static String rss(String title, String... headlines) {
    StringBuilder items = new StringBuilder();
    for (String headline : headlines) {
      String link = "https://news.example/" + Integer.toHexString(headline.hashCode());
      items.append("<item><title>").append(headline).append("</title><link>").append(link);
      items.append("</link></item>");
    }
    return "<rss version=\"2.0\"><channel><title>"
        + title
        + "</title><language>ar-LY</language>"
        + items
        + "</channel></rss>";
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    asked.add(path);
    Integer status = statuses.get(path);
    if (status != null) {
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
      return;
    }
    Page page = pages.getOrDefault(path, new Page("text/plain", "not here"));
    byte[] body = page.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", page.type());
    exchange.sendResponseHeaders(pages.containsKey(path) ? 200 : 404, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}
