package org.marsad.alert;

import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import org.marsad.feed.Item;
import org.marsad.feed.Items;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads claimed rows of the outbox with their chats and items; an item once, however many chats are
 * told of it. A row that cannot be read becomes an {@link Outcome}, so that it holds up no other.
 */
final class Loading {
  private static final Logger LOG = LoggerFactory.getLogger(Loading.class);

  private static final String ROWS =
      """
      SELECT o.id, o.chat_id, o.item_id, o.hits, o.message, o.silent, o.attempts, o.created_at,
        o.edits, e.item_id AS edited_item, e.hits AS edited_hits, e.message_id
      FROM outbox o LEFT JOIN outbox e ON e.id = o.edits WHERE o.id IN (<ids>)""";

  private final List<Delivery> deliveries = new ArrayList<>();
  private final List<Outcome> unreadable = new ArrayList<>();
  private Echoes echoes = Echoes.NONE;

  private record Published(Item item, String outlet) {}

  /**
   * A row as it is kept.
   *
   * @param alertId the alert it tells or edits
   * @param itemId the item that alert is of; 0 for a notice
   */
  private record Row(
      long id,
      long chatId,
      long alertId,
      long itemId,
      String hits,
      @Nullable String message,
      boolean edit,
      int shown,
      boolean silent,
      int attempts,
      Instant createdAt) {}

  private Loading() {}

  /** Reads them, in the order of their ids given. */
  static Loading of(Handle handle, List<Long> ids) {
    Loading loading = new Loading();
    if (ids.isEmpty()) {
      return loading;
    }
    Map<Long, Row> rows = new HashMap<>();
    read(handle, ROWS, ids, (row, context) -> row(row)).forEach(row -> rows.put(row.id(), row));
    List<Row> inOrder = ids.stream().map(rows::get).filter(Objects::nonNull).toList();
    Map<Long, Chat> chats = chats(handle, inOrder);
    Map<Long, Published> items = items(handle, inOrder);
    loading.echoes =
        Echoes.of(
            handle, inOrder.stream().filter(row -> row.itemId() != 0).map(Row::alertId).toList());
    inOrder.forEach(row -> loading.add(row, chats, items));
    return loading;
  }

  /** What is to be told. */
  List<Delivery> deliveries() {
    return deliveries;
  }

  /** What is to be written of the rows that are not. */
  List<Outcome> unreadable() {
    return unreadable;
  }

  private static <T> List<T> read(
      Handle handle, String sql, Collection<Long> ids, RowMapper<T> mapper) {
    return ids.isEmpty()
        ? List.of()
        : handle.createQuery(sql).bindList("ids", List.copyOf(ids)).map(mapper).list();
  }

  private static Map<Long, Chat> chats(Handle handle, List<Row> rows) {
    Map<Long, Chat> chats = new HashMap<>();
    String sql = "SELECT " + Chats.COLUMNS + " FROM chats WHERE id IN (<ids>)";
    read(handle, sql, rows.stream().map(Row::chatId).toList(), Chats::row)
        .forEach(chat -> chats.put(chat.id(), chat));
    return chats;
  }

  private static Map<Long, Published> items(Handle handle, List<Row> rows) {
    Map<Long, Published> items = new HashMap<>();
    String sql =
        "SELECT "
            + Items.COLUMNS
            + ", f.title AS outlet FROM items i JOIN feeds f ON f.id = i.feed_id WHERE i.id IN (<ids>)";
    List<Long> ids = rows.stream().map(Row::itemId).filter(id -> id != 0).distinct().toList();
    read(
            handle,
            sql,
            ids,
            (row, context) -> new Published(Items.row(row, context), row.getString("outlet")))
        .forEach(published -> items.put(published.item().id(), published));
    return items;
  }

  private static Row row(ResultSet row) throws SQLException {
    long edited = row.getLong("edits");
    boolean edit = edited != 0;
    return new Row(
        row.getLong("id"),
        row.getLong("chat_id"),
        edit ? edited : row.getLong("id"),
        row.getLong(edit ? "edited_item" : "item_id"),
        row.getString(edit ? "edited_hits" : "hits"),
        row.getString("message"),
        edit,
        row.getInt("message_id"),
        row.getBoolean("silent"),
        row.getInt("attempts"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private void add(Row row, Map<Long, Chat> chats, Map<Long, Published> items) {
    if (row.edit() && row.shown() == 0) {
      unreadable.add(Outcome.suppressed(row.id(), "the alert it would edit does not stand there"));
      return;
    }
    try {
      Chat chat = Objects.requireNonNull(chats.get(row.chatId()), "its chat");
      Told told = told(row, chat, items);
      deliveries.add(
          new Delivery(row.id(), chat, told, row.silent(), row.attempts(), row.createdAt()));
    } catch (UncheckedIOException | NullPointerException e) {
      LOG.error("Delivery {} cannot be read and is not sent", row.id(), e);
      unreadable.add(Outcome.refused(row.id(), "it cannot be read: " + e.getMessage()));
    }
  }

  private Told told(Row row, Chat chat, Map<Long, Published> items) {
    if (row.message() != null) {
      return new Told.Notice(RowJson.message(row.message()));
    }
    Published published = Objects.requireNonNull(items.get(row.itemId()), "its item");
    List<Alert.Found> found = RowJson.found(row.hits());
    Alert alert =
        echoes.in(new Alert(row.alertId(), chat, published.item(), published.outlet(), found));
    return row.edit() ? new Told.Edit(row.shown(), alert) : alert;
  }
}
