package org.marsad.alert;

import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one chat is to be told together, within one transaction that holds the chat's lock. */
final class HeldBack {
  private static final Logger LOG = LoggerFactory.getLogger(HeldBack.class);

  private final Handle handle;
  private final Chat chat;
  private final Instant now;

  private HeldBack(Handle handle, Chat chat, Instant now) {
    this.handle = handle;
    this.chat = chat;
    this.now = now;
  }

  /** Locks a chat until the transaction ends; empty if it is gone. */
  static Optional<HeldBack> of(Handle handle, long chatId, Instant now) {
    return handle
        .createQuery("SELECT " + Chats.COLUMNS + " FROM chats WHERE id = ? FOR UPDATE")
        .bind(0, chatId)
        .map((row, context) -> new HeldBack(handle, Chats.row(row, context), now))
        .findOne();
  }

  /**
   * An alert that waits, with what later reports of its event add to it.
   *
   * @param silent whether it would have come without a sound
   */
  record Row(Alert alert, boolean silent) {}

  Chat chat() {
    return chat;
  }

  /**
   * What waits for a reason, the oldest first. A row that cannot be read is refused, so that it
   * holds up no other.
   *
   * @param until what is to be told by then; null for all
   */
  List<Row> rows(Entry.Held held, @Nullable Instant until) {
    List<Long> unreadable = new ArrayList<>();
    List<Optional<Row>> rows =
        handle
            .createQuery(
                Past.SELECT
                    + "o.chat_id = :chat AND o.state = 'held' AND o.held = :held"
                    + " AND (o.release_at <= :until OR CAST(:until AS TIMESTAMP WITH TIME ZONE) IS NULL)"
                    + " ORDER BY o.id")
            .bind("chat", chat.id())
            .bind("held", held.name())
            .bindByType("until", until, Instant.class)
            .map((row, context) -> row(row, context, unreadable))
            .list();
    settle(unreadable, Outcome.State.REFUSED, "it cannot be read");
    return withEchoes(rows);
  }

  /** What a message of many told, the oldest first; what cannot be read is passed over. */
  List<Row> toldIn(String key) {
    return withEchoes(
        handle
            .createQuery(Past.SELECT + "o.chat_id = :chat AND o.told_in = :key ORDER BY o.id")
            .bind("chat", chat.id())
            .bind("key", key)
            .map((row, context) -> row(row, context, new ArrayList<>()))
            .list());
  }

  private List<Row> withEchoes(List<Optional<Row>> read) {
    List<Row> rows = read.stream().flatMap(Optional::stream).toList();
    Echoes echoes = Echoes.of(handle, rows.stream().map(row -> row.alert().id()).toList());
    return rows.stream().map(row -> new Row(echoes.in(row.alert()), row.silent())).toList();
  }

  private Optional<Row> row(ResultSet row, StatementContext context, List<Long> unreadable)
      throws SQLException {
    try {
      Alert alert = Past.alert(row, context, chat);
      return Optional.of(new Row(alert, row.getBoolean("silent")));
    } catch (UncheckedIOException e) {
      long id = row.getLong("alert_id");
      LOG.warn("Alert {} cannot be read and is not told with others", id, e);
      unreadable.add(id);
      return Optional.empty();
    }
  }

  /** Those that the chat still wants to hear of now. */
  List<Row> wanted(List<Row> rows) {
    Unwanted unwanted = Unwanted.of(handle, chat.id(), now);
    return rows.stream().filter(row -> unwanted.why(row.alert()).isEmpty()).toList();
  }

  /** Puts off the others until they are wanted again; where they never are, they are suppressed. */
  void putOffUnwanted(List<Row> rows) {
    Unwanted unwanted = Unwanted.of(handle, chat.id(), now);
    for (Row row : rows) {
      unwanted.why(row.alert()).ifPresent(why -> putOff(List.of(row), why));
    }
  }

  private void putOff(List<Row> rows, Manner.Muting muting) {
    if (muting.until() == null) {
      suppress(rows, muting.reason());
    } else {
      putOff(rows, muting.until());
    }
  }

  /** They are told later. */
  void putOff(List<Row> rows, Instant until) {
    PreparedBatch batch = handle.prepareBatch("UPDATE outbox SET release_at = ? WHERE id = ?");
    rows.forEach(row -> batch.add(until, row.alert().id()));
    batch.execute();
  }

  /** They are not told. */
  void suppress(List<Row> rows, String reason) {
    settle(ids(rows), Outcome.State.SUPPRESSED, reason);
  }

  /** They are told in the messages of this key. */
  void tell(List<Row> rows, String key) {
    settle(ids(rows), Outcome.State.SUPPRESSED, "told together with others: " + key);
    PreparedBatch batch = handle.prepareBatch("UPDATE outbox SET told_in = ? WHERE id = ?");
    ids(rows).forEach(id -> batch.add(key, id));
    batch.execute();
  }

  private static List<Long> ids(List<Row> rows) {
    return rows.stream().map(row -> row.alert().id()).toList();
  }

  private void settle(List<Long> ids, Outcome.State state, String reason) {
    PreparedBatch batch =
        handle.prepareBatch("UPDATE outbox SET state = ?, reason = ?, settled_at = ? WHERE id = ?");
    ids.forEach(id -> batch.add(state.stored(), Outbox.cut(reason), now, id));
    batch.execute();
  }
}
