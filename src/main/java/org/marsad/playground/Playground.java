package org.marsad.playground;

import io.javalin.config.JavalinConfig;
import java.net.URI;
import java.util.List;
import org.marsad.feed.CatalogueFeed;

/**
 * The bot without a token: a stand-in Bot API server, a chat page at {@code /playground} and a
 * sample newsroom, all on the program's own HTTP server. Thread-safe.
 */
public final class Playground implements AutoCloseable {
  /** The token the stand-in server gave its one bot. */
  public static final String TOKEN = "100200300:PLAYGROUND-no-secret";

  /** Its pages, to be served by the program's HTTP server; the Bot API stands at {@code /bot…}. */
  public void pages(JavalinConfig config) {}

  /** The newsroom's feeds, once the server listens at {@code base}. */
  public List<CatalogueFeed> feeds(URI base) {
    return List.of();
  }

  /** Begins to publish an item every few seconds. */
  public void start() {}

  @Override
  public void close() {}
}
