package org.marsad.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.marsad.text.Language;

/** The table {@code chats}. Thread-safe. */
public final class Chats {
  /** The zone of a chat that has not chosen one. */
  public static final ZoneId DEFAULT_ZONE = ZoneId.of("Africa/Tripoli");

  static final String COLUMNS = "id, telegram_id, topic_id, kind, title, language, zone, state";

  private final Jdbi jdbi;

  /** Works on this database. */
  public Chats(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The chat at an address, made active with the default zone if it is new. */
  public Chat at(
      Chat.Address address, Chat.Kind kind, String title, Language language, Instant now) {
    return jdbi.inTransaction(
        handle -> {
          handle
              .createUpdate(
                  """
                  INSERT INTO chats (telegram_id, topic_id, kind, title, language, zone, state, created_at)
                  VALUES (:chat, :topic, :kind, :title, :language, :zone, 'active', :now) ON CONFLICT DO NOTHING""")
              .bind("chat", address.chat())
              .bind("topic", address.topic())
              .bind("kind", kind.name().toLowerCase(Locale.ROOT))
              .bind("title", title.substring(0, Math.min(300, title.length())))
              .bind("language", language.code())
              .bind("zone", DEFAULT_ZONE.getId())
              .bind("now", now)
              .execute();
          return handle
              .createQuery(
                  "SELECT " + COLUMNS + " FROM chats WHERE telegram_id = ? AND topic_id = ?")
              .bind(0, address.chat())
              .bind(1, address.topic())
              .map(Chats::row)
              .one();
        });
  }

  /** The chat with this id. */
  public Optional<Chat> find(long id) {
    return jdbi.withHandle(handle -> find(handle, id));
  }

  static Optional<Chat> find(Handle handle, long id) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM chats WHERE id = ?")
        .bind(0, id)
        .map(Chats::row)
        .findOne();
  }

  /** The chat at an address, if it ever spoke to the bot. */
  public Optional<Chat> find(Chat.Address address) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT " + COLUMNS + " FROM chats WHERE telegram_id = ? AND topic_id = ?")
                .bind(0, address.chat())
                .bind(1, address.topic())
                .map(Chats::row)
                .findOne());
  }

  /** The operator's chats that are told things: those of these Telegram numbers, no topics. */
  static List<Chat> operators(Handle handle, Set<Long> admins) {
    return admins.isEmpty()
        ? List.of()
        : handle
            .createQuery(
                "SELECT "
                    + COLUMNS
                    + " FROM chats WHERE state = 'active' AND topic_id = 0 AND telegram_id IN (<admins>)")
            .bindList("admins", List.copyOf(admins))
            .map(Chats::row)
            .list();
  }

  /** The chat of this Telegram number and all its topics that ever spoke to the bot. */
  public List<Chat> in(long telegramId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT " + COLUMNS + " FROM chats WHERE telegram_id = ? ORDER BY id")
                .bind(0, telegramId)
                .map(Chats::row)
                .list());
  }

  /** Every chat, in the order they came. */
  public List<Chat> all() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT " + COLUMNS + " FROM chats ORDER BY id")
                .map(Chats::row)
                .list());
  }

  /** Sets what the bot speaks there. */
  public void language(long id, Language language) {
    jdbi.useHandle(
        handle ->
            handle.execute("UPDATE chats SET language = ? WHERE id = ?", language.code(), id));
  }

  /** Whether the same event told by another outlet is written into the first alert of it. */
  public boolean groupsStories(long id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT groups_stories FROM chats WHERE id = ?")
                .bind(0, id)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(true));
  }

  /** Sets whether it is. */
  public void groupsStories(long id, boolean groups) {
    jdbi.useHandle(
        handle -> handle.execute("UPDATE chats SET groups_stories = ? WHERE id = ?", groups, id));
  }

  /**
   * Sets whether the chat is told anything, and why. What still waits for a chat that is to be told
   * nothing is settled with that reason: weeks later nobody wants it.
   */
  public void state(long id, Chat.State state, String reason) {
    String why = reason.substring(0, Math.min(500, reason.length()));
    jdbi.useTransaction(
        handle -> {
          handle.execute(
              "UPDATE chats SET state = ?, state_reason = ? WHERE id = ?",
              state.name().toLowerCase(Locale.ROOT),
              why,
              id);
          if (state != Chat.State.ACTIVE) {
            handle.execute(
                """
                UPDATE outbox SET state = ?, reason = ?, settled_at = CURRENT_TIMESTAMP
                WHERE chat_id = ? AND settled_at IS NULL AND state <> 'sending'""",
                state == Chat.State.BLOCKED ? "refused" : "suppressed",
                why.isEmpty() ? "the chat is " + state.name().toLowerCase(Locale.ROOT) : why,
                id);
          }
        });
  }

  /**
   * Gives a group and all its topics the number it has as a supergroup. Does nothing if that number
   * is known already.
   */
  public void move(long oldTelegramId, long newTelegramId) {
    jdbi.useTransaction(
        handle ->
            handle.execute(
                """
                UPDATE chats SET telegram_id = ? WHERE telegram_id = ?
                  AND NOT EXISTS (SELECT 1 FROM chats other WHERE other.telegram_id = ? AND other.topic_id = chats.topic_id)""",
                newTelegramId,
                oldTelegramId,
                newTelegramId));
  }

  /** Deletes all that is stored of a chat: itself, its watches, hits, alerts and conversations. */
  public void forget(long id) {
    jdbi.useHandle(handle -> handle.execute("DELETE FROM chats WHERE id = ?", id));
  }

  /** How many chats are in each state. */
  public Map<String, Integer> countByState() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT state, count(*) AS n FROM chats GROUP BY state")
                .reduceRows(
                    new java.util.TreeMap<String, Integer>(),
                    (counts, row) -> {
                      counts.put(
                          row.getColumn("state", String.class), row.getColumn("n", Integer.class));
                      return counts;
                    }));
  }

  static Chat row(ResultSet row, StatementContext context) throws SQLException {
    return new Chat(
        row.getLong("id"),
        new Chat.Address(row.getLong("telegram_id"), row.getInt("topic_id")),
        kind(row.getString("kind")),
        row.getString("title"),
        language(row.getString("language")),
        ZoneId.of(row.getString("zone")),
        state(row.getString("state")));
  }

  static Chat.Kind kind(String stored) {
    return Chat.Kind.valueOf(stored.toUpperCase(Locale.ROOT));
  }

  static Language language(String stored) {
    return Language.valueOf(stored.toUpperCase(Locale.ROOT));
  }

  static Chat.State state(String stored) {
    return Chat.State.valueOf(stored.toUpperCase(Locale.ROOT));
  }
}
