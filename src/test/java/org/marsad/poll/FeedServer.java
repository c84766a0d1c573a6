package org.marsad.poll;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A feed on loopback whose items a test publishes. */
public final class FeedServer implements AutoCloseable {
  private final HttpServer server;
  private final List<String> items = new CopyOnWriteArrayList<>();
  private final Map<String, String> pages = new ConcurrentHashMap<>();
  public final AtomicInteger requests = new AtomicInteger();
  public final AtomicInteger pageRequests = new AtomicInteger();
  public volatile Runnable beforeAnswer = () -> {};
  private volatile int status = 200;
  private volatile String page = "";
  private volatile String links = "";

  public FeedServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/feed.xml", this::answer);
    server.createContext("/pages/", this::answerPage);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/feed.xml");
  }

  /** Publishes an item on top of the feed. */
  public void publish(String guid, String title, String text, String date) {
    add(guid, "https://example.org/n/" + guid, title, text, date);
  }

  public void publish(String guid, String title) {
    publish(guid, title, "نص الخبر.", "Sun, 01 Mar 2026 10:00:00 GMT");
  }

  /** Publishes an item with a link of its own choosing. */
  public void publishAt(String guid, String link, String title) {
    add(guid, link, title, "نص الخبر.", "");
  }

  private void add(String guid, String link, String title, String text, String date) {
    items.add(
        0,
        "<item><guid isPermaLink=\"false\">"
            + guid
            + "</guid><link>"
            + link
            + "</link><title><![CDATA["
            + title
            + "]]></title><description><![CDATA["
            + text
            + "]]></description><pubDate>"
            + date
            + "</pubDate></item>");
  }

  /** Publishes an item whose link leads to a page of this server. */
  public void publishWithPage(String guid, String title, String html) {
    pages.put("/pages/" + guid, html);
    add(guid, url().resolve("/pages/" + guid).toString(), title, "نص الخبر.", "");
  }

  private void answerPage(HttpExchange exchange) throws IOException {
    String html = pages.get(exchange.getRequestURI().getPath());
    byte[] body = (html == null ? "" : html).getBytes(StandardCharsets.UTF_8);
    pageRequests.incrementAndGet();
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.sendResponseHeaders(html == null ? 404 : 200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** Takes everything off the feed. */
  public void clear() {
    items.clear();
  }

  public void answersWith(int code) {
    status = code;
  }

  /** From now on a page stands where the feed stood. */
  public void showsPage(String html) {
    page = html;
  }

  /** From now on names a hub, and itself by its address. */
  public void namesHub(URI hub) {
    links =
        "<atom:link xmlns:atom=\"http://www.w3.org/2005/Atom\" rel=\"hub\" href=\""
            + hub
            + "\"/><atom:link xmlns:atom=\"http://www.w3.org/2005/Atom\" rel=\"self\" href=\""
            + url()
            + "\"/>";
  }

  /** The feed as it stands. */
  public String document() {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>مصدر</title>"
        + "<link>https://example.org/</link><description>د</description>"
        + links
        + String.join("", items)
        + "</channel></rss>";
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    beforeAnswer.run();
    byte[] body = (page.isEmpty() ? document() : page).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/rss+xml; charset=utf-8");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
