package org.marsad.alert;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * How chats take turns: in each turn every chat that waits is told once. What a chat waits for
 * alone comes in the turn after its last one, so that who was told least recently comes first; what
 * is behind others of its chat comes a turn later each, and not before the turn that all are at.
 * Within one transaction.
 */
final class Turns {
  private final Handle handle;

  /** The turn that those who were told last are at. */
  private final long current;

  /** The last turn that is taken, by priority and chat. */
  private final Map<Key, Long> last = new HashMap<>();

  private record Key(Priority priority, long chat) {}

  /** Where a chat stands. The turn is that of its last row that waits; 0 if there is none. */
  private record Standing(long chat, long told, long waits) {}

  Turns(Handle handle) {
    this.handle = handle;
    this.current = current(handle);
  }

  private static long current(Handle handle) {
    return handle.createQuery("SELECT max(turn) FROM chats").mapTo(Long.class).findOne().orElse(0L);
  }

  /** Looks where the chats of rows stand that are to be put into the outbox. */
  void look(Priority priority, List<Long> chats) {
    for (List<Long> some : Outbox.parts(chats)) {
      handle
          .createQuery(
              """
              SELECT c.id, c.turn, (SELECT max(o.turn) FROM outbox o WHERE o.state = 'pending'
                AND o.chat_id = c.id AND o.priority = :priority) AS waits
              FROM chats c WHERE c.id IN (<chats>)""")
          .bind("priority", priority.ordinal())
          .bindList("chats", some)
          .map(
              (row, context) ->
                  new Standing(row.getLong("id"), row.getLong("turn"), row.getLong("waits")))
          .forEach(
              standing ->
                  last.put(
                      new Key(priority, standing.chat()),
                      standing.waits() == 0
                          ? standing.told()
                          : Math.max(current, Math.max(standing.told(), standing.waits()))));
    }
  }

  /** The turn of a chat's next row. */
  long next(Priority priority, long chat) {
    Key key = new Key(priority, chat);
    long turn = last.getOrDefault(key, current) + 1;
    last.put(key, Math.max(turn, current));
    return turn;
  }

  /** Chats are told, at most in this turn. */
  static void took(Handle handle, List<Long> chats, long turn) {
    handle
        .createUpdate("UPDATE chats SET turn = :turn WHERE id IN (<chats>)")
        .bind("turn", Math.max(turn, current(handle)))
        .bindList("chats", chats)
        .execute();
  }
}
