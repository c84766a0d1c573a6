package org.marsad.feed;

import java.net.URI;

/** The address of a feed. */
public final class FeedUrl {
  private FeedUrl() {}

  /** The key by which two addresses are one feed. */
  public static String key(URI url) {
    return url.toString();
  }
}
