package org.marsad.feed;

import java.time.Duration;

/**
 * What one server (host and port) is burdened with at the most.
 *
 * @param connections at a time
 * @param betweenStarts of two fetches
 */
public record HostLimits(int connections, Duration betweenStarts) {
  /** Two connections, and one start a second. */
  public static final HostLimits POLITE = new HostLimits(2, Duration.ofSeconds(1));

  /** For servers of one's own. */
  public static final HostLimits NONE = new HostLimits(Integer.MAX_VALUE, Duration.ZERO);
}
