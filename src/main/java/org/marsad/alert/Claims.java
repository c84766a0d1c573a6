package org.marsad.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Takes what is due out of the outbox, within one transaction: the first of each chat, by priority,
 * then by its turn ({@link Turns}). What that costs does not grow with the outbox. The chat's row
 * is the lock, skipped where another process holds it, so that a chat is told by one process at a
 * time and in order.
 */
final class Claims {
  /** So many of those next in turn may be of chats that have one under way, or be put off. */
  private static final int ROOM_FOR_OTHERS = 1000;

  private static final String COLUMNS =
      "o.id, o.chat_id, o.priority, o.turn, o.due_at <= :now AS due, "
          + "o.holds_chat OR o.state = 'sending' AS holds ";

  /** Under way, or tried once more. */
  private static final String TAKEN_UP =
      "SELECT "
          + COLUMNS
          + "FROM outbox o WHERE o.state IN ('sending', 'unknown') AND o.settled_at IS NULL";

  static final String NEXT =
      "SELECT "
          + COLUMNS
          + "FROM outbox o WHERE o.state = 'pending' "
          + "ORDER BY o.state, o.priority, o.turn, o.id LIMIT :max";

  /** Where those next in turn are nearly all of chats that cannot be told now. */
  private static final String FIRST_OF_EACH_CHAT =
      "SELECT "
          + COLUMNS
          + """
            FROM (SELECT (SELECT w.id FROM outbox w
              WHERE w.state = 'pending' AND w.chat_id = c.id AND (w.due_at <= :now OR w.holds_chat)
              ORDER BY w.state, w.chat_id, w.priority, w.turn, w.id LIMIT 1) AS id
              FROM chats c) first
            JOIN outbox o ON o.id = first.id
            WHERE o.due_at <= :now ORDER BY o.priority, o.turn, o.id LIMIT :max""";

  private final Handle handle;
  private final Instant now;

  Claims(Handle handle, Instant now) {
    this.handle = handle;
    this.now = now;
  }

  /** A row that is not settled; one under way is due when its lease is over. */
  private record Waiting(
      long id, long chat, int priority, long turn, boolean due, boolean holdsChat) {
    static final Comparator<Waiting> IN_TURN =
        Comparator.comparingInt(Waiting::priority)
            .thenComparingLong(Waiting::turn)
            .thenComparingLong(Waiting::id);
  }

  /**
   * Claims at most so many. Returns their ids in the order in which they are to be told.
   *
   * @param lease how long they are ours
   */
  List<Long> take(int max, Duration lease) {
    List<Waiting> firsts = firsts(max);
    Set<Long> ours =
        ids(
            "SELECT id FROM chats WHERE id IN (<ids>) ORDER BY id FOR UPDATE SKIP LOCKED",
            firsts.stream().map(Waiting::chat).toList());
    Set<Long> due =
        ids(
            "SELECT id FROM outbox WHERE id IN (<ids>) AND settled_at IS NULL AND due_at <= :now",
            firsts.stream().filter(first -> ours.contains(first.chat())).map(Waiting::id).toList());
    List<Waiting> taken = firsts.stream().filter(first -> due.contains(first.id())).toList();
    if (!taken.isEmpty()) {
      List<Long> ids = taken.stream().map(Waiting::id).toList();
      handle
          .createUpdate("UPDATE outbox SET state = 'sending', due_at = :time WHERE id IN (<ids>)")
          .bind("time", now.plus(lease))
          .bindList("ids", ids)
          .execute();
      long turn = taken.stream().mapToLong(Waiting::turn).max().orElse(0);
      Turns.took(handle, taken.stream().map(Waiting::chat).toList(), turn);
      return ids;
    }
    return List.of();
  }

  private List<Waiting> firsts(int max) {
    int some = max + ROOM_FOR_OTHERS;
    List<Waiting> next = waiting(NEXT, some);
    List<Waiting> firsts = firsts(next, max);
    return firsts.size() < max && next.size() == some
        ? firsts(waiting(FIRST_OF_EACH_CHAT, some), max)
        : firsts;
  }

  /**
   * The first of each chat that has none under way and none that holds up its others. What is under
   * way is asked for last, so that what another process took meanwhile is among it.
   */
  private List<Waiting> firsts(List<Waiting> next, int max) {
    List<Waiting> takenUp = waiting(TAKEN_UP, max);
    Set<Long> passed = new HashSet<>();
    takenUp.stream()
        .filter(row -> row.holdsChat() && !row.due())
        .forEach(row -> passed.add(row.chat()));
    List<Waiting> firsts = new ArrayList<>();
    List<Waiting> inTurn =
        Stream.concat(takenUp.stream(), next.stream()).sorted(Waiting.IN_TURN).toList();
    for (Waiting row : inTurn) {
      boolean stands = row.due() || row.holdsChat();
      if (firsts.size() < max && stands && passed.add(row.chat()) && row.due()) {
        firsts.add(row);
      }
    }
    return firsts;
  }

  private List<Waiting> waiting(String sql, int max) {
    return handle
        .createQuery(sql)
        .bind("now", now)
        .bind("max", max)
        .map(
            (row, context) ->
                new Waiting(
                    row.getLong("id"),
                    row.getLong("chat_id"),
                    row.getInt("priority"),
                    row.getLong("turn"),
                    row.getBoolean("due"),
                    row.getBoolean("holds")))
        .list();
  }

  private Set<Long> ids(String sql, List<Long> among) {
    return among.isEmpty()
        ? Set.of()
        : handle
            .createQuery(sql)
            .bind("now", now)
            .bindList("ids", among)
            .mapTo(Long.class)
            .collect(Collectors.toSet());
  }
}
