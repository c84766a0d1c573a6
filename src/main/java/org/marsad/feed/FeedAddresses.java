package org.marsad.feed;

import java.net.URI;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The table {@code feed_addresses}: which addresses lead to which source, those it was listed under
 * and those it moved to.
 */
final class FeedAddresses {
  private FeedAddresses() {}

  /** The source that this address leads to. */
  static Optional<Long> feed(Handle handle, URI url) {
    return handle
        .createQuery("SELECT feed_id FROM feed_addresses WHERE url_key = ?")
        .bind(0, FeedUrl.key(url))
        .mapTo(Long.class)
        .findOne();
  }

  /** From here on this address, which led nowhere, leads to the source. */
  static void add(Handle handle, URI url, long feedId) {
    handle.execute(
        "INSERT INTO feed_addresses (url_key, feed_id) VALUES (?, ?)", FeedUrl.key(url), feedId);
  }

  /** From here on all that led to one source leads to another. */
  static void hand(Handle handle, long fromFeed, long toFeed) {
    handle.execute("UPDATE feed_addresses SET feed_id = ? WHERE feed_id = ?", toFeed, fromFeed);
  }
}
