package org.marsad.playground;

import java.time.Instant;

/**
 * One publication of the sample newsroom.
 *
 * @param number counts all that was published since the start, from 1
 * @param guid never given twice, over restarts too
 * @param feed the outlet
 * @param published when, in whole seconds as feeds tell it
 */
record NewsItem(
    long number, String guid, NewsFeed feed, String title, String text, Instant published) {
  /** The path of the page that shows it. */
  String path() {
    return "/playground/news/" + number;
  }
}
