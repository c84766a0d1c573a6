package org.marsad.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Takes what is due out of the outbox, within one transaction: the first of each chat, by priority,
 * then the chats that were told least recently. The chat's row is the lock, skipped where another
 * process holds it, so that a chat is told by one process at a time and in order.
 */
final class Claims {
  /** More than ids ever reach; the place of a row in its chat is its priority times this and id. */
  private static final long PLACES = 1_000_000_000_000_000L;

  /** A chat with one under way gets place 0 and is left out. */
  private static final String FIRSTS =
      """
      SELECT o.id, o.chat_id FROM (
        SELECT chat_id, min(CASE WHEN state = 'sending' AND due_at > :now THEN 0
          ELSE (priority + 1) * CAST(:places AS BIGINT) + id END) AS place
        FROM outbox
        WHERE settled_at IS NULL AND (due_at <= :now OR state = 'sending' OR holds_chat)
        GROUP BY chat_id) first
      JOIN outbox o ON o.id = mod(first.place, CAST(:places AS BIGINT))
      JOIN chats c ON c.id = o.chat_id
      WHERE o.due_at <= :now ORDER BY o.priority, c.told_at, o.id LIMIT :max""";

  private final Handle handle;
  private final Instant now;

  Claims(Handle handle, Instant now) {
    this.handle = handle;
    this.now = now;
  }

  private record First(long id, long chat) {}

  /**
   * Claims at most so many. Returns their ids in the order in which they are to be told.
   *
   * @param lease how long they are ours
   */
  List<Long> take(int max, Duration lease) {
    List<First> firsts = firsts(max);
    List<Long> chats =
        ids(
            "SELECT id FROM chats WHERE id IN (<ids>) ORDER BY id FOR UPDATE SKIP LOCKED",
            firsts.stream().map(First::chat).toList());
    Set<Long> ours = Set.copyOf(chats);
    Set<Long> due =
        Set.copyOf(
            ids(
                "SELECT id FROM outbox WHERE id IN (<ids>) AND settled_at IS NULL AND due_at <= :now",
                firsts.stream()
                    .filter(first -> ours.contains(first.chat()))
                    .map(First::id)
                    .toList()));
    update(
        "UPDATE outbox SET state = 'sending', due_at = :time WHERE id IN (<ids>)",
        due,
        now.plus(lease));
    update("UPDATE chats SET told_at = :time WHERE id IN (<ids>)", ours, now);
    return firsts.stream().map(First::id).filter(due::contains).toList();
  }

  private List<First> firsts(int max) {
    return handle
        .createQuery(FIRSTS)
        .bind("now", now)
        .bind("places", PLACES)
        .bind("max", max)
        .map((row, context) -> new First(row.getLong("id"), row.getLong("chat_id")))
        .list();
  }

  private List<Long> ids(String sql, List<Long> among) {
    if (among.isEmpty()) {
      return List.of();
    }
    return handle.createQuery(sql).bind("now", now).bindList("ids", among).mapTo(Long.class).list();
  }

  private void update(String sql, Set<Long> ids, Instant time) {
    if (!ids.isEmpty()) {
      handle.createUpdate(sql).bind("time", time).bindList("ids", List.copyOf(ids)).execute();
    }
  }
}
