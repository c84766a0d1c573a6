package org.marsad.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.marsad.feed.Item;
import org.marsad.watch.Hit;

/**
 * Sets right what is told of an item that was changed: what was told is edited, without a sound;
 * what waits tells the item as it is now, and at once where a more urgent watch is hit now.
 * Functions on the outbox, within the caller's transaction.
 */
public final class Retelling {
  private final Handle handle;
  private final Outbox outbox;
  private final Item item;
  private final Instant now;

  private Retelling(Handle handle, Outbox outbox, Item item, Instant now) {
    this.handle = handle;
    this.outbox = outbox;
    this.item = item;
    this.now = now;
  }

  /**
   * A row that tells the item.
   *
   * @param alert the alert it is, or that it edits
   * @param own whether it is the item's own alert
   */
  private record Row(
      long id,
      long chat,
      long alert,
      boolean own,
      Outcome.State state,
      Urgency urgency,
      List<Alert.Found> found) {
    boolean waits() {
      return own && (state == Outcome.State.PENDING || state == Outcome.State.HELD);
    }

    boolean isTold() {
      return !waits();
    }

    boolean isRaisedBy(Entry.Way way) {
      boolean sooner = state == Outcome.State.HELD && way.hold() == null;
      return way.suppressed().isEmpty() && (sooner || way.urgency().compareTo(urgency) < 0);
    }

    boolean isLackingOneOf(List<Alert.Found> all) {
      Set<Long> named = found.stream().map(Alert.Found::watch).collect(Collectors.toSet());
      return !all.stream().allMatch(one -> named.contains(one.watch()));
    }
  }

  /**
   * After its source changed its headline: every alert of it that was told is edited.
   *
   * @param hits all that the item hits now
   * @return how many edits and alerts are to be told
   */
  public static int of(Handle handle, Outbox outbox, Item item, List<Hit> hits, Instant now) {
    return new Retelling(handle, outbox, item, now).retell(hits, Row::own);
  }

  /**
   * After its whole text was read: an alert that was told is edited if a watch is to be named that
   * only the whole text hits.
   */
  public static int filled(Handle handle, Outbox outbox, Item item, List<Hit> hits, Instant now) {
    return new Retelling(handle, outbox, item, now).retell(hits, row -> false);
  }

  private int retell(List<Hit> hits, Predicate<Row> anyway) {
    Map<Long, List<Alert.Found>> byChat = Alert.Found.byChat(hits);
    List<Row> rows = rows().stream().filter(row -> byChat.containsKey(row.chat())).toList();
    List<Entry> edits = new ArrayList<>();
    for (Row row : rows) {
      List<Alert.Found> found = byChat.getOrDefault(row.chat(), List.of());
      String json = RowJson.write(found);
      handle.execute("UPDATE outbox SET hits = ? WHERE id = ?", json, row.id());
      if (row.isTold() && (anyway.test(row) || row.isLackingOneOf(found))) {
        edits.add(Entry.retold(row.chat(), row.alert(), Entry.Way.instant(now)));
      }
    }
    return outbox.put(handle, edits, now) + raise(rows, byChat);
  }

  private int raise(List<Row> rows, Map<Long, List<Alert.Found>> byChat) {
    List<Row> waiting = rows.stream().filter(Row::waits).toList();
    if (waiting.isEmpty()) {
      return 0;
    }
    Map<Long, Entry.Way> ways = new Wishes(handle, now).ways(byChat, item.feedId());
    int raised = 0;
    for (Row row : waiting) {
      Entry.Way way = ways.get(row.chat());
      if (way != null && row.isRaisedBy(way)) {
        raised += new Storing(handle, now).raise(row.id(), row.chat(), way);
      }
    }
    return raised;
  }

  private List<Row> rows() {
    return handle
        .createQuery(
            """
            SELECT id, chat_id, edits, state, priority, silent, held, hits FROM outbox
            WHERE item_id = ? AND state IN ('pending', 'sending', 'sent', 'held') ORDER BY id""")
        .bind(0, item.id())
        .map((row, context) -> row(row))
        .list();
  }

  private static Row row(ResultSet row) throws SQLException {
    long edited = row.getLong("edits");
    return new Row(
        row.getLong("id"),
        row.getLong("chat_id"),
        edited == 0 ? row.getLong("id") : edited,
        edited == 0,
        Outcome.State.of(row.getString("state")),
        Urgency.of(row),
        RowJson.found(row.getString("hits")));
  }
}
