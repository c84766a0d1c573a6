package org.marsad.feed;

/** What became of parsing one body. */
public sealed interface Parsed {

  /**
   * It is a feed.
   *
   * @param feed what it says
   */
  record Ok(ParsedFeed feed) implements Parsed {}

  /**
   * It is no feed.
   *
   * @param reason why, in words for an operator
   */
  record Failed(String reason) implements Parsed {}
}
