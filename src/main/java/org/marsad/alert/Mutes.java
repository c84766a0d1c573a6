package org.marsad.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The table {@code mutes}: what chats do not want to hear for a while. Thread-safe. */
public final class Mutes {
  private final Jdbi jdbi;

  /** Works on this database. */
  public Mutes(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** What can be muted. */
  public enum Kind {
    WATCH,
    SOURCE,
    /** An event and what goes on with it. */
    STORY,
    ALL
  }

  /**
   * One of them.
   *
   * @param target the id of the watch, source or story; 0 for all
   * @param until null for ever
   */
  public record Mute(long id, Kind kind, long target, @Nullable Instant until) {}

  /** Mutes; a mute of the same thing before is replaced. */
  public void add(long chatId, Kind kind, long target, @Nullable Instant until) {
    jdbi.useTransaction(
        handle -> {
          handle.execute(
              "DELETE FROM mutes WHERE chat_id = ? AND kind = ? AND target = ?",
              chatId,
              kind.name(),
              target);
          handle
              .createUpdate("INSERT INTO mutes (chat_id, kind, target, until) VALUES (?, ?, ?, ?)")
              .bind(0, chatId)
              .bind(1, kind.name())
              .bind(2, target)
              .bind(3, until)
              .execute();
        });
  }

  /** What a chat mutes at a moment, within a transaction. */
  static List<Mute> of(Handle handle, long chatId, Instant now) {
    return handle
        .createQuery(
            """
            SELECT id, kind, target, until FROM mutes
            WHERE chat_id = ? AND (until IS NULL OR until > ?) ORDER BY id""")
        .bind(0, chatId)
        .bind(1, now)
        .map((row, context) -> mute(row))
        .list();
  }

  private static Mute mute(ResultSet row) throws SQLException {
    OffsetDateTime until = row.getObject("until", OffsetDateTime.class);
    return new Mute(
        row.getLong("id"),
        Kind.valueOf(row.getString("kind")),
        row.getLong("target"),
        until == null ? null : until.toInstant());
  }

  /** Ends one of a chat's mutes; which it was, or empty if there is none. */
  public Optional<Mute> remove(long chatId, long id, Instant now) {
    Optional<Mute> mute = of(chatId, now).stream().filter(one -> one.id() == id).findFirst();
    jdbi.useHandle(
        handle -> handle.execute("DELETE FROM mutes WHERE chat_id = ? AND id = ?", chatId, id));
    return mute;
  }

  /** What a chat mutes now, the oldest first. Those that are over are deleted. */
  public List<Mute> of(long chatId, Instant now) {
    return jdbi.withHandle(
        handle -> {
          handle.execute("DELETE FROM mutes WHERE chat_id = ? AND until <= ?", chatId, now);
          return of(handle, chatId, now);
        });
  }
}
