package org.marsad.feed;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what checks of sources came to, and takes over the addresses they moved to. */
final class FeedChecks {
  private static final Logger LOG = LoggerFactory.getLogger(FeedChecks.class);

  /** Of an outcome or a reason that is kept. */
  static final int MAX_WORDS_CHARS = 500;

  private FeedChecks() {}

  static void record(Handle handle, Feed feed, Feeds.Check check) {
    FeedState state = check.state();
    URI to = state.move().to();
    handle
        .createUpdate(
            """
            UPDATE feeds SET etag = :etag, last_modified = :lastModified, body_hash = :bodyHash, failures = :failures,
              last_success_at = :success, last_full_at = :full, last_new_at = :new, ttl_seconds = :ttl,
              rhythm_seconds = :rhythm, moved_to = :movedTo, moved_times = :movedTimes, last_outcome = :outcome,
              next_check_at = :next, next_reason = :why, stopped = :stops,
              failing_since = CASE WHEN :failures = 0 THEN NULL ELSE coalesce(failing_since, :at) END, returned = returned AND :away
            WHERE id = :id""")
        .bind("id", feed.id())
        .bind("etag", state.validators().etag())
        .bind("lastModified", state.validators().lastModified())
        .bind("bodyHash", state.validators().bodyHash())
        .bind("failures", state.failures())
        .bind("at", check.at())
        .bind("success", state.lastSuccessAt())
        .bind("full", state.lastFullAt())
        .bind("new", state.lastNewAt())
        .bind("ttl", seconds(state.ttl()))
        .bind("rhythm", seconds(state.rhythm()))
        .bind("movedTo", to == null ? null : to.toString())
        .bind("movedTimes", state.move().times())
        .bind("outcome", PlainText.cut(check.outcome(), MAX_WORDS_CHARS))
        .bind("next", check.next().at())
        .bind("why", PlainText.cut(check.next().reason(), MAX_WORDS_CHARS))
        .bind("stops", check.next().stops())
        .bind("away", !check.at().equals(state.lastSuccessAt()))
        .execute();
    if (to != null && state.move().isBelieved()) {
      move(handle, feed, to);
    }
  }

  private static @Nullable Long seconds(@Nullable Duration duration) {
    return duration == null ? null : duration.toSeconds();
  }

  /**
   * Takes the new address; the old one still leads to this feed, should the catalogue keep naming
   * it. If another feed that is read has that address, both are one, and this one is not read any
   * more; one that is not read leaves its address to this one.
   */
  private static void move(Handle handle, Feed feed, URI to) {
    Optional<Long> other = FeedAddresses.feed(handle, to).filter(owner -> owner != feed.id());
    if (other.isPresent() && isRead(handle, other.get())) {
      FeedAddresses.hand(handle, feed.id(), other.get());
      FollowedFeeds.merge(handle, feed.id(), other.get());
      handle.execute("UPDATE feeds SET active = FALSE WHERE id = ?", feed.id());
      LOG.info("Source {} ({}) moved to source {}: one feed", feed.id(), feed.title(), other.get());
      return;
    }
    if (other.isPresent()) {
      FeedAddresses.hand(handle, other.get(), feed.id());
      FollowedFeeds.merge(handle, other.get(), feed.id());
      handle.execute("UPDATE feeds SET active = FALSE WHERE id = ?", other.get());
    } else if (FeedAddresses.feed(handle, to).isEmpty()) {
      FeedAddresses.add(handle, to, feed.id());
    }
    handle.execute(
        "UPDATE feeds SET url = ?, moved_to = NULL, moved_times = 0 WHERE id = ?",
        to.toString(),
        feed.id());
    LOG.info("Source {} ({}) moved to {}", feed.id(), feed.title(), to);
  }

  private static boolean isRead(Handle handle, long id) {
    return handle
        .createQuery("SELECT active AND NOT stopped FROM feeds WHERE id = ?")
        .bind(0, id)
        .mapTo(Boolean.class)
        .one();
  }
}
