package org.marsad.playground;

import io.javalin.config.JavalinConfig;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.marsad.feed.CatalogueFeed;

/**
 * The bot without a token: a stand-in Bot API server, a chat page at {@code /playground} and a
 * sample newsroom, all on the program's own HTTP server. Thread-safe.
 */
public final class Playground implements AutoCloseable {
  /** The token the stand-in server gave its one bot. */
  public static final String TOKEN = "100200300:PLAYGROUND-no-secret";

  /** How often the newsroom publishes, unless told otherwise. */
  public static final Duration INTERVAL = Duration.ofSeconds(6);

  private final Duration interval;
  private final StandIn standIn;
  private final Newsroom newsroom;
  private final ChatPage page;

  /** On the machine's clock, at the usual pace. */
  public Playground() {
    this(Clock.systemUTC(), INTERVAL);
  }

  /**
   * On another clock or at another pace.
   *
   * @param interval between two items of the newsroom
   */
  public Playground(Clock clock, Duration interval) {
    this.interval = interval;
    this.standIn = new StandIn(TOKEN, clock);
    this.newsroom = new Newsroom(clock, NewsStock.sample());
    this.page = new ChatPage(standIn, newsroom);
  }

  /** Its pages, to be served by the program's HTTP server; the Bot API stands at {@code /bot…}. */
  public void pages(JavalinConfig config) {
    StandInServer.routes(config, standIn);
    PageFiles.routes(config);
    page.routes(config);
    new NewsPages(newsroom).routes(config);
  }

  /** The newsroom's feeds, once the server listens at {@code base}. */
  public List<CatalogueFeed> feeds(URI base) {
    return Arrays.stream(NewsFeed.values())
        .map(
            feed ->
                new CatalogueFeed(
                    base.resolve("/playground/feeds/" + feed.key() + ".xml"),
                    feed.title(),
                    feed.language(),
                    feed.country()))
        .toList();
  }

  /** The stand-in for Telegram behind the page. */
  public StandIn standIn() {
    return standIn;
  }

  /** Begins to publish an item every few seconds. */
  public void start() {
    newsroom.start(interval);
  }

  /** Stops publishing, lets the pages go and ends the bot's poll. */
  @Override
  public void close() {
    newsroom.close();
    page.close();
    standIn.close();
  }
}
