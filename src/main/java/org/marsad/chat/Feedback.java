package org.marsad.chat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.marsad.watch.Watch;

/**
 * The tables {@code feedback} and {@code watch_edits}: which alerts were not meant, and what was
 * changed about watches then. Nothing learns from them. Thread-safe.
 */
public final class Feedback {
  private static final int EARLIER = 40;

  private final Jdbi jdbi;

  /** Works on this database. */
  public Feedback(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * What a watch was before a change.
   *
   * @param after the query the change gave it
   */
  record Edit(long id, long watchId, String query, String label, String after) {}

  /** Somebody says that a chat did not mean an item; saying it twice counts once. */
  void notMeant(long chatId, long itemId, long userId, Instant now) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "INSERT INTO feedback (chat_id, item_id, user_id, said_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                chatId,
                itemId,
                userId,
                now));
  }

  /** Keeps what a watch was before a change. Returns the change's id. */
  long edited(Watch before, String after, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO watch_edits (watch_id, query_before, label_before, query_after, changed_at)
                    VALUES (?, ?, ?, ?, ?)""")
                .bind(0, before.id())
                .bind(1, before.query())
                .bind(2, before.label())
                .bind(3, after)
                .bind(4, now)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
  }

  /** A change of a watch of a chat. */
  Optional<Edit> edit(long chatId, long id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT e.id, e.watch_id, e.query_before, e.label_before, e.query_after
                    FROM watch_edits e JOIN watches w ON w.id = e.watch_id
                    WHERE w.chat_id = ? AND e.id = ?""")
                .bind(0, chatId)
                .bind(1, id)
                .map(
                    (row, context) ->
                        new Edit(
                            row.getLong("id"),
                            row.getLong("watch_id"),
                            row.getString("query_before"),
                            row.getString("label_before"),
                            row.getString("query_after")))
                .findOne());
  }

  /** The headlines a watch hit last, but for those that were not meant, the newest first. */
  List<String> meant(long watchId, long chatId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT i.title FROM hits h JOIN items i ON i.id = h.item_id
                    WHERE h.watch_id = ? AND NOT EXISTS
                      (SELECT 1 FROM feedback f WHERE f.chat_id = ? AND f.item_id = i.id)
                    ORDER BY h.seen_at DESC LIMIT ?""")
                .bind(0, watchId)
                .bind(1, chatId)
                .bind(2, EARLIER)
                .mapTo(String.class)
                .list());
  }
}
