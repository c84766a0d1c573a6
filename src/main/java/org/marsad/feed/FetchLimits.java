package org.marsad.feed;

import java.time.Duration;

/**
 * What one fetch may cost.
 *
 * @param callTimeout for the whole fetch: redirects, connecting, headers and body together
 * @param maxBodyBytes of the decompressed body
 * @param maxRedirects hops followed
 * @param allowPrivateAddresses true only where feeds of one's own machine or network are wanted
 * @param userAgent how we name ourselves; holds a contact address
 * @param perHost what one server is burdened with
 */
public record FetchLimits(
    Duration callTimeout,
    long maxBodyBytes,
    int maxRedirects,
    boolean allowPrivateAddresses,
    String userAgent,
    HostLimits perHost) {
  /** 20 s, 8 MiB, 5 hops, public addresses only, polite to each server. */
  public static FetchLimits standard(String userAgent) {
    return new FetchLimits(
        Duration.ofSeconds(20), 8L << 20, 5, false, userAgent, HostLimits.POLITE);
  }

  /** The same, with private and loopback addresses allowed or not. */
  public FetchLimits withPrivateAddresses(boolean allowed) {
    return new FetchLimits(callTimeout, maxBodyBytes, maxRedirects, allowed, userAgent, perHost);
  }

  /** The same with other limits for one server. */
  public FetchLimits withPerHost(HostLimits limits) {
    return new FetchLimits(
        callTimeout, maxBodyBytes, maxRedirects, allowPrivateAddresses, userAgent, limits);
  }
}
