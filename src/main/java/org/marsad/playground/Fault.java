package org.marsad.playground;

import java.time.Duration;

/**
 * Something that goes wrong with a call.
 *
 * @param kind what
 * @param delay how long {@link Kind#SLOW} takes, or what {@link Kind#TOO_MANY_REQUESTS} asks to
 *     wait
 */
public record Fault(Kind kind, Duration delay) {
  /** What can go wrong. */
  public enum Kind {
    /** The connection drops once the request is read; nothing is done. */
    DROP_BEFORE,
    /** The connection drops once the request is done. */
    DROP_AFTER,
    /** The answer comes late. */
    SLOW,
    /** A proxy in between answers 502 with a page. */
    BAD_GATEWAY,
    /** 200 with nothing in it; the request is done. */
    EMPTY_BODY,
    /** 429 with a time to wait. */
    TOO_MANY_REQUESTS,
    /** 403, the bot was blocked by the user. */
    FORBIDDEN,
    /** 409, another program polls. */
    CONFLICT,
    /** 401, the token is nobody's. */
    UNAUTHORIZED
  }

  /** One that needs no time. */
  public static Fault of(Kind kind) {
    return new Fault(kind, Duration.ofSeconds(1));
  }
}
