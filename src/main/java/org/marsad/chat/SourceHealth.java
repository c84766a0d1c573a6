package org.marsad.chat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.marsad.alert.Phrases.Markup;
import org.marsad.alert.SourceText;
import org.marsad.alert.Times;
import org.marsad.feed.Feed;

/** How a source is doing, in words. Pure functions. */
final class SourceHealth {
  private SourceHealth() {}

  /** Since when it is well or not, why not, and when it is read next; in markup. */
  static String of(Talk talk, Feed feed) {
    String next = next(talk, feed);
    return next.isEmpty()
        ? state(talk, feed)
        : talk.html("source.next", Map.of("health", state(talk, feed), "next", next));
  }

  private static String state(Talk talk, Feed feed) {
    Map<String, Object> values = new HashMap<>();
    values.put(
        "reason",
        feed.failures() == 0
            ? ""
            : new Markup(SourceText.reason(talk.language(), feed.lastOutcome())));
    Instant success = feed.lastSuccessAt();
    values.put("ago", success == null ? "" : Times.ago(talk.language(), success, talk.now()));
    Instant since = feed.failingSince();
    values.put("since", since == null ? "" : Times.ago(talk.language(), since, talk.now()));
    return talk.html(key(feed), values);
  }

  private static String key(Feed feed) {
    boolean read = feed.lastSuccessAt() != null;
    if (feed.failures() == 0) {
      return read ? "source.well" : "source.new";
    }
    if (feed.isStopped()) {
      return read ? "source.stopped" : "source.never";
    }
    return read ? "source.failing" : "source.never";
  }

  private static String next(Talk talk, Feed feed) {
    return feed.next() == null || feed.isStopped()
        ? ""
        : Times.until(talk.language(), feed.next().at(), talk.now());
  }
}
