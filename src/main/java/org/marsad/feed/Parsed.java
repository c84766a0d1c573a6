package org.marsad.feed;

import org.jspecify.annotations.Nullable;

/** What became of parsing one body. */
public sealed interface Parsed {

  /**
   * It is a feed.
   *
   * @param feed what it says
   * @param hub who tells when it has something new, if it names anybody
   */
  record Ok(ParsedFeed feed, @Nullable Hub hub) implements Parsed {}

  /**
   * It is no feed.
   *
   * @param reason why, in words for an operator
   */
  record Failed(String reason) implements Parsed {}
}
