package org.marsad.poll;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one poll came to.
 *
 * @param outcome the named reason, for metrics and the operator: "new items", "nothing new", "first
 *     read", "told by hub", "not modified", "not followed", or a {@link org.marsad.feed.Reason} in
 *     lower case
 * @param newItems how many items were stored
 * @param next when the feed is to be read again; null for never, since it is gone or no longer
 *     followed
 */
public record Polled(String outcome, int newItems, @Nullable Instant next) {
  static final Polled NOT_FOLLOWED = new Polled("not followed", 0, null);
}
