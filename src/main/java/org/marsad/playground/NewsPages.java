package org.marsad.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The newsroom over HTTP: its feeds, with what conditional requests need, and a page an item. */
final class NewsPages {
  private final Newsroom newsroom;

  NewsPages(Newsroom newsroom) {
    this.newsroom = newsroom;
  }

  void routes(JavalinConfig config) {
    config.routes.get("/playground/feeds/{name}", this::feed);
    config.routes.get("/playground/api/news/{number}", this::item);
  }

  private void feed(Context context) {
    String name = context.pathParam("name");
    Optional<NewsFeed> feed = NewsFeed.of(name.replaceFirst("\\.xml$", ""));
    if (feed.isEmpty()) {
      context.status(404).result("There is no feed " + name);
      return;
    }
    List<NewsItem> items = newsroom.items(feed.get());
    String tag = "\"" + (items.isEmpty() ? "empty" : items.get(0).guid()) + "\"";
    Instant modified = items.isEmpty() ? Instant.EPOCH : items.get(0).published();
    context.header("ETag", tag).header("Last-Modified", NewsXml.rfc1123(modified));
    context.header("Cache-Control", "no-cache");
    if (unchanged(context, tag, modified)) {
      context.status(304);
      return;
    }
    context
        .contentType(feed.get().contentType())
        .result(NewsXml.of(feed.get(), items, baseOf(context)));
  }

  /** By the tag where the client sends one, else by the date: RFC 9110, 13.2.2. */
  private static boolean unchanged(Context context, String tag, Instant modified) {
    String known = context.header("If-None-Match");
    if (known != null) {
      return known.equals(tag);
    }
    return NewsXml.rfc1123(modified).equals(context.header("If-Modified-Since"));
  }

  private void item(Context context) {
    String number = context.pathParam("number");
    Optional<NewsItem> item =
        number.matches("[0-9]{1,15}") ? newsroom.item(Long.parseLong(number)) : Optional.empty();
    item.ifPresentOrElse(
        found -> context.contentType("application/json").result(shape(found).toString()),
        () -> context.status(404).result("This item is no longer kept"));
  }

  /** An item as the page reads it. */
  static ObjectNode shape(NewsItem item) {
    return Shapes.object()
        .put("number", item.number())
        .put("path", item.path())
        .put("outlet", item.feed().title())
        .put("title", item.title())
        .put("text", item.text())
        .put("published", item.published().getEpochSecond());
  }

  /**
   * Where the client sees the playground. A number for a name: Telegram takes no link to a host
   * without a dot.
   */
  static URI baseOf(Context context) {
    String host = context.host();
    return URI.create(
        "http://" + (host == null ? "127.0.0.1" : host.replaceFirst("^localhost", "127.0.0.1")));
  }
}
