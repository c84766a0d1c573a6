package org.marsad.playground;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/**
 * {@link StandIn} over HTTP, at {@code /bot<token>/<method>} as the real server has it: GET and
 * POST, method names in any case, faults on the way. Thread-safe.
 *
 * <p>A test needs one line: {@code try (StandInServer server = StandInServer.start(0)) …}
 */
public final class StandInServer implements AutoCloseable {
  /** The token of the bot on a server started by {@link #start}. */
  public static final String TOKEN = "100200300:STAND-IN-no-secret";

  private final StandIn standIn;
  private final Javalin javalin;

  private StandInServer(StandIn standIn, int port) {
    this.standIn = standIn;
    this.javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.jetty.host = "127.0.0.1";
              config.jetty.port = port;
              routes(config, standIn);
            });
    javalin.start();
  }

  /** Starts on loopback, on the machine's clock; port 0 takes a free one. */
  public static StandInServer start(int port) {
    return start(port, Clock.systemUTC());
  }

  /** The same on another clock. */
  public static StandInServer start(int port, Clock clock) {
    return new StandInServer(new StandIn(TOKEN, clock), port);
  }

  /** Where it listens, without a path. */
  public URI base() {
    return URI.create("http://127.0.0.1:" + javalin.port());
  }

  /** What stands behind it. */
  public StandIn standIn() {
    return standIn;
  }

  /** Adds the Bot API to a server. */
  static void routes(JavalinConfig config, StandIn standIn) {
    Handler handler = context -> handle(context, standIn);
    config.routes.get("/bot{token}/{method}", handler);
    config.routes.post("/bot{token}/{method}", handler);
    config.routes.get("/file/bot{token}/<path>", context -> download(context, standIn));
    config.routes.get("/bot{token}", context -> write(context, notFound()));
    config.routes.post("/bot{token}", context -> write(context, notFound()));
  }

  private static void handle(Context context, StandIn standIn) {
    String method = context.pathParam("method");
    try {
      Arguments arguments = RequestBody.read(context);
      standIn.requests().add(method, arguments);
      Optional<Fault> fault = standIn.faults().take(method);
      if (fault.isEmpty()) {
        write(context, standIn.call(context.pathParam("token"), method, arguments));
      } else {
        new FaultyAnswer(context, standIn, fault.get()).give(method, arguments);
      }
    } catch (Refused refused) {
      write(context, refused.answer());
    }
  }

  private static void download(Context context, StandIn standIn) {
    try {
      Optional<Upload> file = standIn.file(context.pathParam("token"), context.pathParam("path"));
      if (file.isEmpty()) {
        write(context, notFound());
      } else {
        context.contentType("application/octet-stream").result(file.get().bytes());
      }
    } catch (Refused refused) {
      write(context, refused.answer());
    }
  }

  private static Answer notFound() {
    return new Refused(404, "Not Found").answer();
  }

  static void write(Context context, Answer answer) {
    if (answer.retryAfterSeconds() > 0) {
      context.header("Retry-After", Long.toString(answer.retryAfterSeconds()));
    }
    context
        .status(answer.status())
        .contentType("application/json")
        .result(answer.body().toString());
  }

  /** Stops at once; a poll that waits is answered with nothing. */
  @Override
  public void close() {
    standIn.close();
    javalin.stop();
  }
}
