package org.marsad.feed;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Tells whether a feed that was found is one that is known, within the caller's transaction. */
final class FeedIdentity {
  /** Fewer headlines in common prove nothing. */
  private static final int MIN_LINKS = 3;

  private FeedIdentity() {}

  /**
   * The polled feed that shows the same items under another address: nine tenths of the found one's
   * (the newest may not have been read yet), and since the oldest of them not half as many again,
   * which would make the found one but a section of it.
   */
  static Optional<Long> like(Handle handle, FoundFeed found) {
    Set<String> links = FoundFeed.linksOf(found.content().items());
    if (links.size() < MIN_LINKS) {
      return Optional.empty();
    }
    return handle
        .createQuery(
            """
            SELECT s.feed_id FROM (
              SELECT k.feed_id, count(DISTINCT k.link) AS shared, min(k.seen_at) AS since
              FROM feeds f JOIN item_keys k ON k.feed_id = f.id AND k.link IN (<links>)
              WHERE f.active GROUP BY k.feed_id) s
            WHERE s.shared * 10 >= :all * 9 AND s.shared * 3 >= 2 *
              (SELECT count(DISTINCT o.link) FROM item_keys o WHERE o.feed_id = s.feed_id AND o.seen_at >= s.since)
            ORDER BY s.shared DESC, s.feed_id LIMIT 1""")
        .bindList("links", List.copyOf(links))
        .bind("all", links.size())
        .mapTo(Long.class)
        .findOne();
  }

  /** Adds it as a source outside the catalogue; it becomes polled when it is followed. */
  static long add(Handle handle, FoundFeed found) {
    long id =
        handle
            .createUpdate(
                """
                INSERT INTO feeds (url, title, language, country, active, catalogue)
                VALUES (:url, :title, :language, '', FALSE, FALSE)""")
            .bind("url", found.url().toString())
            .bind("title", found.title())
            .bind("language", found.language())
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    FeedAddresses.add(handle, found.url(), id);
    return id;
  }
}
