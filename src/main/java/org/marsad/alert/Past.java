package org.marsad.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.marsad.feed.Item;
import org.marsad.feed.Items;
import org.marsad.story.Verdict;

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

  /**
   * A report that was compared with another of a chat's.
   *
   * @param edits whether it was written into the alert of the other
   */
  public record Compared(
      Item item, String outlet, Verdict.Reason reason, String detail, boolean edits) {}

  /** The earlier report that an alert was compared with, and what the alert was found to be. */
  public Optional<Compared> earlier(Alert alert) {
    String report = "outbox e ON e.id = o.like_alert JOIN items i ON i.id = e.item_id";
    return compared(alert, report, "o.id = :alert").stream().findFirst();
  }

  /** The reports that were not told of their own since this alert had told them. */
  public List<Compared> repeats(Alert alert) {
    return compared(
        alert,
        "items i ON i.id = o.item_id",
        "o.like_alert = :alert AND o.like_reason IN ('SAME_TEXT', 'SAME_EVENT')"
            + " AND (o.edits IS NOT NULL OR (o.state = 'suppressed' AND o.told_in IS NULL))");
  }

  private List<Compared> compared(Alert alert, String report, String which) {
    String sql =
        "SELECT o.id AS row_id, o.like_reason, o.like_detail, o.edits, "
            + Items.COLUMNS
            + ", f.title AS outlet FROM outbox o JOIN "
            + report
            + " JOIN feeds f ON f.id = i.feed_id WHERE o.chat_id = :chat AND "
            + which
            + " ORDER BY o.id";
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(sql)
                .bind("alert", alert.id())
                .bind("chat", alert.chat().id())
                .map(
                    (row, context) ->
                        new Compared(
                            Items.row(row, context),
                            row.getString("outlet"),
                            Verdict.Reason.valueOf(row.getString("like_reason")),
                            row.getString("like_detail"),
                            row.getLong("edits") != 0))
                .list());
  }

  /** The story that an alert tells; empty where its item was placed in none. */
  public Optional<Long> story(Alert alert) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT story_id FROM story_items WHERE item_id = ?")
                .bind(0, alert.item().id())
                .mapTo(Long.class)
                .findOne());
  }

  /** The headline by which a chat was first told of a story; empty if it was not. */
  public Optional<String> headline(long chatId, long story) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT i.title FROM story_items s JOIN items i ON i.id = s.item_id
                    JOIN outbox o ON o.item_id = i.id
                    WHERE s.story_id = ? AND o.chat_id = ? ORDER BY o.id LIMIT 1""")
                .bind(0, story)
                .bind(1, chatId)
                .mapTo(String.class)
                .findOne());
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
