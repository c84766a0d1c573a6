package org.marsad.alert;

import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.marsad.feed.Item;
import org.marsad.feed.Items;
import org.marsad.watch.Hit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The table {@code outbox}: what each chat must be told. A row is written with the item that caused
 * it, claimed under a lease, and kept with its outcome. Thread-safe, and safe for several processes
 * on one database.
 */
public final class Outbox {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final String DUE =
      "state IN ('pending', 'unknown', 'sending') AND settled_at IS NULL AND due_at <= :now";

  private final Jdbi jdbi;

  /** Works on this database. */
  public Outbox(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Stores one alert a chat for an item, however many of the chat's watches it hit, within the
   * caller's transaction. Chats that are paused, blocked, dropped the source, or were told of the
   * item before get none.
   *
   * @return how many alerts were stored
   */
  public int add(Handle handle, Item item, List<Hit> hits, Instant now) {
    if (hits.isEmpty()) {
      return 0;
    }
    Map<Long, List<Alert.Found>> byChat = new LinkedHashMap<>();
    for (Hit hit : hits) {
      byChat
          .computeIfAbsent(hit.watch().chatId(), chat -> new ArrayList<>())
          .add(new Alert.Found(hit.watch().label(), hit.places()));
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO outbox (chat_id, item_id, hits, state, due_at, created_at)
            SELECT c.id, :item, :hits, 'pending', :now, :now FROM chats c
            WHERE c.id = :chat AND c.state = 'active'
              AND NOT EXISTS (SELECT 1 FROM dropped_feeds d WHERE d.chat_id = c.id AND d.feed_id = :feed)
            ON CONFLICT DO NOTHING""");
    byChat.forEach(
        (chat, found) ->
            batch
                .bind("item", item.id())
                .bind("hits", FoundJson.write(found))
                .bind("now", now)
                .bind("chat", chat)
                .bind("feed", item.feedId())
                .add());
    int added = 0;
    for (int count : batch.execute()) {
      added += count;
    }
    return added;
  }

  /**
   * Claims alerts that are due, the oldest of each chat, so that a chat is told in order and no
   * chat waits for another's queue.
   *
   * @param busy chats that get none now
   * @param max how many at most
   * @param lease how long they are ours; if we die, they are due again after it
   */
  public List<Alert> claim(Collection<Long> busy, int max, Duration lease, Instant now) {
    return jdbi.inTransaction(
        handle -> {
          List<Long> due = oldestDue(handle, busy, max, now);
          List<Alert> claimed = new ArrayList<>();
          for (long id : due) {
            int ours =
                handle
                    .createUpdate(
                        "UPDATE outbox SET state = 'sending', due_at = :until WHERE id = :id AND "
                            + DUE)
                    .bind("until", now.plus(lease))
                    .bind("id", id)
                    .bind("now", now)
                    .execute();
            if (ours == 1) {
              loaded(handle, id, now).ifPresent(claimed::add);
            }
          }
          return claimed;
        });
  }

  private static List<Long> oldestDue(Handle handle, Collection<Long> busy, int max, Instant now) {
    String notBusy = busy.isEmpty() ? "" : " AND chat_id NOT IN (<busy>)";
    var query =
        handle
            .createQuery(
                "SELECT min(id) AS oldest FROM outbox WHERE "
                    + DUE
                    + notBusy
                    + " GROUP BY chat_id ORDER BY oldest LIMIT :max")
            .bind("now", now)
            .bind("max", max);
    if (!busy.isEmpty()) {
      query.bindList("busy", List.copyOf(busy));
    }
    return query.mapTo(Long.class).list();
  }

  /** One that cannot be read is settled as such, so that it holds up no other. */
  private static Optional<Alert> loaded(Handle handle, long id, Instant now) {
    try {
      return Optional.of(load(handle, id));
    } catch (UncheckedIOException | DateTimeException e) {
      LOG.error("Alert {} cannot be read and is not sent", id, e);
      settle(handle, id, "refused", "it cannot be read: " + e.getMessage(), null, now);
      return Optional.empty();
    }
  }

  private static Alert load(Handle handle, long id) {
    return handle
        .createQuery(
            "SELECT o.id AS alert_id, o.hits, o.attempts, o.created_at, f.title AS outlet, c.id AS chat_id, c.telegram_id,"
                + " c.topic_id, c.kind, c.title AS chat_title, c.language AS chat_language, c.zone, c.state, "
                + Items.COLUMNS
                + " FROM outbox o JOIN items i ON i.id = o.item_id JOIN feeds f ON f.id = i.feed_id"
                + " JOIN chats c ON c.id = o.chat_id WHERE o.id = ?")
        .bind(0, id)
        .map(Outbox::row)
        .one();
  }

  /**
   * Settles an alert for good: sent, refused (with the server's text) or unknown (nobody can say).
   */
  public void settle(
      long id, String state, String reason, @Nullable Integer messageId, Instant now) {
    jdbi.useHandle(handle -> settle(handle, id, state, reason, messageId, now));
  }

  private static void settle(
      Handle handle,
      long id,
      String state,
      String reason,
      @Nullable Integer messageId,
      Instant now) {
    handle.execute(
        """
        UPDATE outbox SET state = ?, reason = ?, message_id = ?, attempts = attempts + 1, settled_at = ?
        WHERE id = ?""",
        state,
        cut(reason),
        messageId,
        now,
        id);
  }

  /**
   * Puts an alert back, to be tried again. An attempt that never reached the chat's turn (too many
   * requests) is not counted.
   */
  public void retry(long id, String state, String reason, boolean counts, Instant due) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE outbox SET state = ?, reason = ?, attempts = attempts + ?, due_at = ? WHERE id = ?",
                state,
                cut(reason),
                counts ? 1 : 0,
                due,
                id));
  }

  /**
   * Makes every claim void at once. For the start of the only process on a database: what its
   * predecessor had in flight when it was killed need not wait for the end of the lease.
   */
  public void release(Instant now) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE outbox SET state = 'pending', due_at = ? WHERE state = 'sending'", now));
  }

  /**
   * Forgets what was told of items that are to be deleted, within the caller's transaction.
   *
   * @return those of the items of which an alert still waits: they must stay, and nothing of them
   *     is forgotten
   */
  public Set<Long> forget(Handle handle, Collection<Long> items) {
    Set<Long> awaited =
        new HashSet<>(
            handle
                .createQuery(
                    "SELECT item_id FROM outbox WHERE settled_at IS NULL AND item_id IN (<items>)")
                .bindList("items", List.copyOf(items))
                .mapTo(Long.class)
                .list());
    List<Long> gone = items.stream().filter(item -> !awaited.contains(item)).toList();
    if (!gone.isEmpty()) {
      handle
          .createUpdate("DELETE FROM outbox WHERE item_id IN (<items>)")
          .bindList("items", gone)
          .execute();
    }
    return awaited;
  }

  /** How many alerts are in each state. */
  public Map<String, Integer> countByState() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT state, count(*) AS n FROM outbox GROUP BY state")
                .reduceRows(
                    new TreeMap<String, Integer>(),
                    (counts, row) -> {
                      counts.put(
                          row.getColumn("state", String.class), row.getColumn("n", Integer.class));
                      return counts;
                    }));
  }

  /** When the oldest alert that still waits was created. */
  public Optional<Instant> oldestWaiting() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT min(created_at) FROM outbox WHERE settled_at IS NULL")
                .mapTo(Instant.class)
                .findOne());
  }

  private static String cut(String reason) {
    return reason.substring(0, Math.min(500, reason.length()));
  }

  private static Alert row(ResultSet row, StatementContext context) throws SQLException {
    Chat chat =
        new Chat(
            row.getLong("chat_id"),
            new Chat.Address(row.getLong("telegram_id"), row.getInt("topic_id")),
            Chats.kind(row.getString("kind")),
            row.getString("chat_title"),
            Chats.language(row.getString("chat_language")),
            java.time.ZoneId.of(row.getString("zone")),
            Chats.state(row.getString("state")));
    return new Alert(
        row.getLong("alert_id"),
        chat,
        Items.row(row, context),
        row.getString("outlet"),
        FoundJson.read(row.getString("hits")),
        row.getInt("attempts"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
