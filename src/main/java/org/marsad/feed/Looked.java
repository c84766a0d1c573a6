package org.marsad.feed;

import java.util.List;

/** What became of looking for feeds at an address. */
public sealed interface Looked {
  /**
   * There is one or more.
   *
   * @param feeds at least one, the likeliest first
   */
  record Found(List<FoundFeed> feeds) implements Looked {
    /** Copies the feeds. */
    public Found {
      feeds = List.copyOf(feeds);
    }
  }

  /** The address answered, but there is no feed, neither in it nor where sites have one. */
  record NoFeed() implements Looked {}

  /**
   * The address could not be read.
   *
   * @param reason why
   */
  record Unread(Reason reason) implements Looked {}
}
