package org.marsad.playground;

import io.javalin.http.Context;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** One call that goes wrong. */
final class FaultyAnswer {
  private final Context context;
  private final StandIn standIn;
  private final Fault fault;

  FaultyAnswer(Context context, StandIn standIn, Fault fault) {
    this.context = context;
    this.standIn = standIn;
    this.fault = fault;
  }

  void give(String method, Arguments arguments) {
    switch (fault.kind()) {
      case DROP_BEFORE -> drop();
      case DROP_AFTER -> {
        call(method, arguments);
        drop();
      }
      case SLOW -> {
        pause();
        StandInServer.write(context, call(method, arguments));
      }
      case BAD_GATEWAY ->
          context
              .status(502)
              .contentType("text/html")
              .result("<html><body><h1>502 Bad Gateway</h1></body></html>");
      case EMPTY_BODY -> {
        call(method, arguments);
        context.status(200).result("");
      }
      case TOO_MANY_REQUESTS -> refuse(Refused.tooManyRequests(fault.delay().toSeconds()));
      case FORBIDDEN -> refuse(Refused.forbidden("bot was blocked by the user"));
      case CONFLICT ->
          refuse(
              new Refused(
                  409,
                  "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"));
      case UNAUTHORIZED -> refuse(new Refused(401, "Unauthorized"));
    }
  }

  private Answer call(String method, Arguments arguments) {
    return standIn.call(context.pathParam("token"), method, arguments);
  }

  private void refuse(Refused refused) {
    StandInServer.write(context, refused.answer());
  }

  /** Closes the connection under the request; nothing is written to it. */
  private void drop() {
    ServletContextRequest.getServletContextRequest(context.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }

  private void pause() {
    try {
      TimeUnit.NANOSECONDS.sleep(fault.delay().toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
