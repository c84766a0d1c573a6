package org.marsad.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.marsad.feed.Items;

/** What chats were told before, as the table {@code outbox} keeps it. Thread-safe. */
public final class Past {
  /** Alerts with their items; which, stands behind it. */
  static final String SELECT =
      "SELECT o.id AS alert_id, o.hits, o.created_at AS told_at, o.priority, o.silent, o.held, i.changed_at, f.title AS outlet, "
          + Items.COLUMNS
          + " FROM outbox o JOIN items i ON i.id = o.item_id JOIN feeds f ON f.id = i.feed_id WHERE ";

  private final Jdbi jdbi;

  /** Works on this database. */
  public Past(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * An alert as it was told, with its item as it is now.
   *
   * @param changed whether the item was changed after the alert: places may have moved
   * @param urgency by which it was told
   */
  public record Told(Alert alert, boolean changed, Urgency urgency) {}

  /** The alert of this id; empty if it was another chat's, or its item is kept no more. */
  public Optional<Told> alert(Chat chat, long id) {
    return find(chat, "o.id = ?", id);
  }

  /** The alert that stands in this message of a chat. */
  public Optional<Told> inMessage(Chat chat, int messageId) {
    return find(chat, "o.message_id = ?", messageId);
  }

  private Optional<Told> find(Chat chat, String which, long number) {
    return jdbi.withHandle(
        handle -> {
          List<Told> found =
              handle
                  .createQuery(SELECT + "o.edits IS NULL AND o.chat_id = ? AND " + which)
                  .bind(0, chat.id())
                  .bind(1, number)
                  .map((row, context) -> told(row, context, chat))
                  .list();
          Echoes echoes = Echoes.of(handle, found.stream().map(told -> told.alert().id()).toList());
          return found.stream()
              .findFirst()
              .map(told -> new Told(echoes.in(told.alert()), told.changed(), told.urgency()));
        });
  }

  private static Told told(ResultSet row, StatementContext context, Chat chat) throws SQLException {
    OffsetDateTime told = row.getObject("told_at", OffsetDateTime.class);
    boolean changed = row.getObject("changed_at", OffsetDateTime.class).isAfter(told);
    return new Told(alert(row, context, chat), changed, Urgency.of(row));
  }

  /** One row of {@link #SELECT}. */
  static Alert alert(ResultSet row, StatementContext context, Chat chat) throws SQLException {
    return new Alert(
        row.getLong("alert_id"),
        chat,
        Items.row(row, context),
        row.getString("outlet"),
        RowJson.found(row.getString("hits")));
  }
}
