package org.marsad.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Serves {@code /health/live}, {@code /health/ready} and {@code /metrics} (Prometheus text).
 * Thread-safe.
 *
 * <p>Live says the process answers. Ready lists what the bot needs to do its work; it answers 503
 * with what is missing while anything is.
 */
public final class WebServer implements AutoCloseable {
  private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final String host;
  private final Javalin javalin;

  /**
   * Starts to serve.
   *
   * @param listen where
   * @param readiness what must hold, name to state: "ok", or what is missing
   * @param metrics the page of metrics
   * @param more further pages of the same server
   */
  public WebServer(
      Listen listen,
      Supplier<Map<String, String>> readiness,
      Supplier<String> metrics,
      List<Consumer<JavalinConfig>> more) {
    this.host = listen.host();
    this.javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.jetty.host = listen.host();
              config.jetty.port = listen.port();
              config.routes.get("/health/live", context -> context.result("ok"));
              config.routes.get(
                  "/health/ready",
                  context -> {
                    Map<String, String> state = readiness.get();
                    boolean ready = state.values().stream().allMatch("ok"::equals);
                    context.status(ready ? 200 : 503).result(lines(state));
                  });
              config.routes.get(
                  "/metrics",
                  context -> context.contentType(PROMETHEUS_TEXT).result(metrics.get()));
              more.forEach(pages -> pages.accept(config));
            });
    javalin.start();
  }

  /**
   * Where to listen.
   *
   * @param host the address to bind
   * @param port 0 takes a free one
   */
  public record Listen(String host, int port) {}

  private static String lines(Map<String, String> state) {
    return state.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue() + "\n")
        .collect(Collectors.joining());
  }

  /** The port it listens on. */
  public int port() {
    return javalin.port();
  }

  /** Where this machine reaches it; bound to all addresses, it is on loopback too. */
  public URI address() {
    boolean all = host.equals("0.0.0.0") || host.equals("::");
    String name = all ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + name + ":" + port());
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
