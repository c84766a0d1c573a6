package org.marsad.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** The tables {@code watches} and {@code hits}. Thread-safe. */
public final class Watches {
  private static final String COLUMNS = "id, chat_id, query, label, created_at";

  private final Jdbi jdbi;

  /** Works on this database. */
  public Watches(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Every watch of every chat, to fill the matcher at start. */
  public List<Watch> all() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT " + COLUMNS + " FROM watches ORDER BY id")
                .map(Watches::row)
                .list());
  }

  /** Changes whenever a watch is added, removed or changed; says nothing else. */
  public String fingerprint() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT count(*) || ' ' || coalesce(max(id), 0) || ' ' || coalesce(sum(edits), 0) FROM watches")
                .mapTo(String.class)
                .one());
  }

  /** The watches of one chat in the order they were made. */
  public List<Watch> of(long chatId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT " + COLUMNS + " FROM watches WHERE chat_id = ? ORDER BY id")
                .bind(0, chatId)
                .map(Watches::row)
                .list());
  }

  /** One watch of a chat. */
  public Optional<Watch> find(long chatId, long watchId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT " + COLUMNS + " FROM watches WHERE chat_id = ? AND id = ?")
                .bind(0, chatId)
                .bind(1, watchId)
                .map(Watches::row)
                .findOne());
  }

  /**
   * Stores a watch.
   *
   * @param query canonical, as {@link QueryParser} printed it: one that does not parse is never
   *     stored
   * @return the watch, or empty if the chat already has this query
   */
  public Optional<Watch> add(long chatId, String query, String label, Instant now) {
    return add(chatId, query, label, false, now);
  }

  /**
   * Stores a watch on a chat's own entity.
   *
   * @param query of an {@link OwnEntity}, canonical
   * @param name what the chat calls it
   * @return the watch, or empty if the chat already has this query
   */
  public Optional<Watch> addOwn(long chatId, String query, String name, Instant now) {
    return add(chatId, query, name, true, now);
  }

  private Optional<Watch> add(long chatId, String query, String label, boolean own, Instant now) {
    return jdbi.inTransaction(
        handle -> {
          int added =
              handle.execute(
                  "INSERT INTO watches (chat_id, query, label, own, created_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                  chatId,
                  query,
                  label,
                  own,
                  now);
          if (added == 0) {
            return Optional.empty();
          }
          return handle
              .createQuery("SELECT " + COLUMNS + " FROM watches WHERE chat_id = ? AND query = ?")
              .bind(0, chatId)
              .bind(1, query)
              .map(Watches::row)
              .findOne();
        });
  }

  /** Which watches of a chat are on its own entities. */
  public Set<Long> ownOf(long chatId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT id FROM watches WHERE chat_id = ? AND own")
                .bind(0, chatId)
                .mapTo(Long.class)
                .collect(Collectors.toSet()));
  }

  /** Calls a watch something else; the watch as it is then, or empty if it is gone. */
  public Optional<Watch> rename(Watch watch, String label) {
    return change(watch, watch.query(), label, watch.createdAt());
  }

  /**
   * Gives a watch another query and another name; its record stays.
   *
   * @param query canonical, as {@link QueryParser} printed it
   * @return the watch as it is then, or empty if it is gone or the chat has another with this query
   */
  public Optional<Watch> change(Watch watch, String query, String label, Instant now) {
    int changed =
        jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        UPDATE watches SET query = :query, label = :label, edits = edits + 1,
                          changed_at = CASE WHEN query = :query THEN changed_at ELSE :now END
                        WHERE id = :id AND NOT EXISTS (SELECT 1 FROM watches other
                          WHERE other.chat_id = :chat AND other.query = :query AND other.id <> :id)""")
                    .bind("query", query)
                    .bind("label", label)
                    .bind("now", now)
                    .bind("id", watch.id())
                    .bind("chat", watch.chatId())
                    .execute());
    return changed == 0
        ? Optional.empty()
        : Optional.of(new Watch(watch.id(), watch.chatId(), query, label, watch.createdAt()));
  }

  /** Removes one watch of a chat; false if it has no such watch. */
  public boolean remove(long chatId, long watchId) {
    return jdbi.withHandle(
            handle ->
                handle.execute("DELETE FROM watches WHERE id = ? AND chat_id = ?", watchId, chatId))
        > 0;
  }

  /** How many items each watch of a chat hit since a moment; watches without any are left out. */
  public Map<Long, Integer> hitsSince(long chatId, Instant since) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT h.watch_id AS id, count(*) AS n FROM hits h JOIN watches w ON w.id = h.watch_id
                    WHERE w.chat_id = ? AND h.seen_at >= ? GROUP BY h.watch_id""")
                .bind(0, chatId)
                .bind(1, since)
                .reduceRows(
                    new HashMap<Long, Integer>(),
                    (counts, row) -> {
                      counts.put(
                          row.getColumn("id", Long.class), row.getColumn("n", Integer.class));
                      return counts;
                    }));
  }

  /**
   * Stores the hits of one item, within the caller's transaction. A watch deleted meanwhile is
   * passed over.
   */
  public void addHits(Handle handle, long itemId, List<Hit> hits, Instant now) {
    if (hits.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO hits (watch_id, item_id, seen_at) SELECT id, :item, :now FROM watches WHERE id = :watch ON CONFLICT DO NOTHING");
    for (Hit hit : hits) {
      batch.bind("item", itemId).bind("now", now).bind("watch", hit.watch().id()).add();
    }
    batch.execute();
  }

  private static Watch row(ResultSet row, StatementContext context) throws SQLException {
    return new Watch(
        row.getLong("id"),
        row.getLong("chat_id"),
        row.getString("query"),
        row.getString("label"),
        row.getObject("created_at", java.time.OffsetDateTime.class).toInstant());
  }
}
