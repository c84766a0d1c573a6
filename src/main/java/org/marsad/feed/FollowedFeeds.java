package org.marsad.feed;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.marsad.feed.Followed.Outcome;

/**
 * The tables {@code followed_feeds} and {@code dropped_feeds}: which sources each chat hears. One
 * of the catalogue is heard by every chat that did not drop it; any other by those that follow it,
 * and is polled while somebody does. Thread-safe.
 */
public final class FollowedFeeds {
  private static final String HEARS =
      """
      (f.catalogue AND NOT EXISTS (SELECT 1 FROM dropped_feeds d WHERE d.chat_id = :chat AND d.feed_id = f.id)
        OR EXISTS (SELECT 1 FROM followed_feeds g WHERE g.chat_id = :chat AND g.feed_id = f.id))""";

  private final Jdbi jdbi;

  /** Works on this database. */
  public FollowedFeeds(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private record Known(long id, String title, boolean catalogue, boolean heard) {}

  /** Who may be told of this source, within the caller's transaction. */
  public Audience audience(Handle handle, long feedId) {
    boolean isOpen =
        handle
            .createQuery("SELECT catalogue FROM feeds WHERE id = ?")
            .bind(0, feedId)
            .mapTo(Boolean.class)
            .one();
    List<Long> followers =
        handle
            .createQuery("SELECT chat_id FROM followed_feeds WHERE feed_id = ?")
            .bind(0, feedId)
            .mapTo(Long.class)
            .list();
    return new Audience(isOpen, new HashSet<>(followers));
  }

  /** The sources a chat hears. */
  public Set<Long> heardBy(long chatId) {
    return ids("SELECT f.id FROM feeds f WHERE f.active AND " + HEARS, chatId);
  }

  /** The sources a chat chose, of the catalogue or its own. */
  public Set<Long> of(long chatId) {
    return ids("SELECT feed_id FROM followed_feeds WHERE chat_id = :chat", chatId);
  }

  /** The sources a chat has beside the catalogue: those that count against its quota. */
  public Set<Long> ownOf(long chatId) {
    return jdbi.withHandle(handle -> new HashSet<>(own(handle, chatId)));
  }

  /** The sources of the catalogue. */
  public Set<Long> catalogue() {
    return jdbi.withHandle(
        handle ->
            new HashSet<>(
                handle
                    .createQuery("SELECT id FROM feeds WHERE catalogue")
                    .mapTo(Long.class)
                    .list()));
  }

  private Set<Long> ids(String query, long chatId) {
    return jdbi.withHandle(
        handle ->
            new HashSet<>(handle.createQuery(query).bind("chat", chatId).mapTo(Long.class).list()));
  }

  private static List<Long> own(Handle handle, long chatId) {
    return handle
        .createQuery(
            """
            SELECT f.id FROM feeds f JOIN followed_feeds g ON g.feed_id = f.id
            WHERE g.chat_id = :chat AND NOT f.catalogue""")
        .bind("chat", chatId)
        .mapTo(Long.class)
        .list();
  }

  /**
   * The chat follows the source of this address, if there is one: nothing need be fetched then.
   *
   * @param quota sources a chat may have beside the catalogue
   */
  public Optional<Followed> followKnown(long chatId, URI url, int quota, Instant now) {
    return jdbi.inTransaction(
        handle ->
            FeedAddresses.feed(handle, url)
                .map(id -> follow(handle, chatId, known(handle, chatId, id), quota, now)));
  }

  /**
   * The chat follows a source that was found; where it is known under another address, that one.
   *
   * @param quota sources a chat may have beside the catalogue
   */
  public Followed follow(long chatId, FoundFeed found, int quota, Instant now) {
    return jdbi.inTransaction(
        handle -> {
          Optional<Long> known =
              FeedAddresses.feed(handle, found.url()).or(() -> FeedIdentity.like(handle, found));
          if (known.isEmpty() && own(handle, chatId).size() >= quota) {
            return new Followed(Outcome.FULL, 0, found.title());
          }
          long id = known.orElseGet(() -> FeedIdentity.add(handle, found));
          return follow(handle, chatId, known(handle, chatId, id), quota, now);
        });
  }

  private static Known known(Handle handle, long chatId, long id) {
    return handle
        .createQuery(
            "SELECT f.id, f.title, f.catalogue, f.active AND "
                + HEARS
                + " AS heard FROM feeds f WHERE f.id = :id")
        .bind("chat", chatId)
        .bind("id", id)
        .map(
            (row, context) ->
                new Known(
                    row.getLong("id"),
                    row.getString("title"),
                    row.getBoolean("catalogue"),
                    row.getBoolean("heard")))
        .one();
  }

  private static Followed follow(Handle handle, long chatId, Known feed, int quota, Instant now) {
    if (!feed.heard() && !feed.catalogue() && own(handle, chatId).size() >= quota) {
      return new Followed(Outcome.FULL, 0, feed.title());
    }
    handle.execute(
        "DELETE FROM dropped_feeds WHERE chat_id = ? AND feed_id = ?", chatId, feed.id());
    handle.execute(
        "INSERT INTO followed_feeds (chat_id, feed_id, since) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        chatId,
        feed.id(),
        now);
    handle.execute(
        """
        UPDATE feeds SET returned = returned OR NOT active, active = TRUE, stopped = FALSE
        WHERE id = ?""",
        feed.id());
    Outcome changed = feed.catalogue() ? Outcome.AGAIN : Outcome.ADDED;
    return new Followed(feed.heard() ? Outcome.ALREADY : changed, feed.id(), feed.title());
  }

  /** The chat no longer hears this source; if nobody does, it is not polled any more. */
  public void drop(long chatId, long feedId) {
    jdbi.useTransaction(handle -> drop(handle, chatId, feedId));
  }

  private static void drop(Handle handle, long chatId, long feedId) {
    handle.execute("DELETE FROM followed_feeds WHERE chat_id = ? AND feed_id = ?", chatId, feedId);
    handle.execute(
        """
        INSERT INTO dropped_feeds (chat_id, feed_id)
        SELECT ?, id FROM feeds WHERE id = ? AND catalogue ON CONFLICT DO NOTHING""",
        chatId,
        feedId);
    stopUnheard(handle);
  }

  /** The chat no longer hears any of these sources. */
  public void dropAll(long chatId, Collection<Long> feeds) {
    jdbi.useTransaction(handle -> feeds.forEach(feed -> drop(handle, chatId, feed)));
  }

  /** The chat hears these sources again, those of them that are of the catalogue. */
  public void hearAll(long chatId, Collection<Long> feeds) {
    jdbi.useTransaction(
        handle ->
            feeds.forEach(
                feed ->
                    handle.execute(
                        "DELETE FROM dropped_feeds WHERE chat_id = ? AND feed_id = ?",
                        chatId,
                        feed)));
  }

  /** Polls no more what is neither in the catalogue nor followed by anybody. */
  public void stopUnheard() {
    jdbi.useTransaction(FollowedFeeds::stopUnheard);
  }

  static void stopUnheard(Handle handle) {
    handle.execute(
        """
        UPDATE feeds SET active = FALSE WHERE active AND NOT catalogue
          AND NOT EXISTS (SELECT 1 FROM followed_feeds g WHERE g.feed_id = feeds.id)""");
  }

  /** Two sources proved to be one: who heard the one hears the other. */
  static void merge(Handle handle, long from, long to) {
    handle.execute(
        """
        INSERT INTO followed_feeds (chat_id, feed_id, since)
        SELECT chat_id, ?, since FROM followed_feeds WHERE feed_id = ? ON CONFLICT DO NOTHING""",
        to,
        from);
    handle.execute("DELETE FROM followed_feeds WHERE feed_id = ?", from);
    handle.execute(
        """
        UPDATE feeds SET catalogue = catalogue OR (SELECT f.catalogue FROM feeds f WHERE f.id = ?)
        WHERE id = ?""",
        from,
        to);
    handle.execute("UPDATE feeds SET catalogue = FALSE WHERE id = ?", from);
  }
}
