package org.marsad.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.marsad.feed.Item;
import org.marsad.watch.Hit;

/**
 * Sets right what was told of an item whose headline its source changed, without a sound. Pure
 * functions on the outbox.
 */
public final class Retelling {
  private Retelling() {}

  /** An alert of the item, and whether its message stands or is on its way. */
  private record Row(long id, long chat, boolean told) {}

  /**
   * Edits the alerts of an item within the caller's transaction; one that waits tells the new
   * headline anyway.
   *
   * @param hits all that the item hits now
   * @return how many edits are to be made
   */
  public static int of(Handle handle, Outbox outbox, Item item, List<Hit> hits, Instant now) {
    Map<Long, List<Alert.Found>> byChat = Alert.Found.byChat(hits);
    List<Row> alerts =
        alerts(handle, item).stream().filter(row -> byChat.containsKey(row.chat())).toList();
    for (Row row : alerts) {
      handle.execute(
          "UPDATE outbox SET hits = ? WHERE id = ?",
          RowJson.write(byChat.getOrDefault(row.chat(), List.of())),
          row.id());
    }
    Entry.Way instant = Entry.Way.instant(now);
    return outbox.put(
        handle,
        alerts.stream()
            .filter(Row::told)
            .map(row -> Entry.retold(row.chat(), row.id(), instant))
            .toList(),
        now);
  }

  private static List<Row> alerts(Handle handle, Item item) {
    return handle
        .createQuery(
            """
            SELECT id, chat_id, state <> 'pending' AS told FROM outbox
            WHERE item_id = ? AND edits IS NULL
              AND state IN ('pending', 'sending', 'sent') ORDER BY id""")
        .bind(0, item.id())
        .map(
            (row, context) ->
                new Row(row.getLong("id"), row.getLong("chat_id"), row.getBoolean("told")))
        .list();
  }
}
