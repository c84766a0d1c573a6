package org.marsad.playground;

import io.javalin.Javalin;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/** The playground on an HTTP server, as the program serves it; its newsroom does not publish. */
final class PlaygroundServer implements AutoCloseable {
  final Playground playground = new Playground(Clock.systemUTC(), Duration.ofHours(1));
  private final Javalin server =
      Javalin.create(
              config -> {
                config.startup.showJavalinBanner = false;
                config.jetty.host = "127.0.0.1";
                config.jetty.port = 0;
                playground.pages(config);
              })
          .start();
  final URI base = URI.create("http://127.0.0.1:" + server.port());

  @Override
  public void close() {
    playground.close();
    server.stop();
  }
}
