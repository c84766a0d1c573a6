package org.marsad.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * When chats want to be told: the columns of {@code chats} and {@code watches} for quiet hours,
 * digests and urgencies. What waits goes by a changed habit at once. Thread-safe.
 */
public final class Habits {
  private final Jdbi jdbi;

  /** Works on this database. */
  public Habits(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * One chat's.
   *
   * @param quiet null where it has no quiet hours
   * @param urgentBreaks whether urgent watches ring in them
   * @param digestTimes in its zone; at least one
   * @param tellsEmpty whether an empty digest says so
   */
  public record Habit(
      @Nullable QuietHours quiet,
      boolean urgentBreaks,
      List<LocalTime> digestTimes,
      boolean tellsEmpty) {
    /** Copies the times. */
    public Habit {
      digestTimes = List.copyOf(digestTimes);
    }
  }

  /** A chat's. */
  public Habit of(long chatId) {
    return jdbi.withHandle(handle -> habit(handle, chatId));
  }

  private static Habit habit(Handle handle, long chatId) {
    return handle
        .createQuery(
            """
            SELECT quiet_from, quiet_to, urgent_breaks, digest_times, empty_digest_at
            FROM chats WHERE id = ?""")
        .bind(0, chatId)
        .map((row, context) -> habit(row))
        .one();
  }

  private static Habit habit(ResultSet row) throws SQLException {
    return new Habit(
        Wishes.quiet(row),
        row.getBoolean("urgent_breaks"),
        TimesOfDay.read(row.getString("digest_times")),
        row.getObject("empty_digest_at") != null);
  }

  /**
   * Sets or ends quiet hours; what was held back comes at their end, or at once if they are over.
   */
  public void quiet(Chat chat, @Nullable QuietHours hours, Instant now) {
    jdbi.useTransaction(
        handle -> {
          handle.execute(
              "UPDATE chats SET quiet_from = ?, quiet_to = ? WHERE id = ?",
              hours == null ? "" : TimesOfDay.written(List.of(hours.from())),
              hours == null ? "" : TimesOfDay.written(List.of(hours.to())),
              chat.id());
          releaseQuiet(handle, chat.id(), end(hours, chat.zone(), now), now);
        });
  }

  /** When hours that may be quiet now are over; now, where they are none. */
  private static Instant end(@Nullable QuietHours hours, ZoneId zone, Instant now) {
    return Optional.ofNullable(hours).flatMap(quiet -> quiet.endAfter(now, zone)).orElse(now);
  }

  /** Sets the chat's zone; its digests come and its quiet hours end by the clock there. */
  public void zone(long chatId, ZoneId zone, Instant now) {
    jdbi.useTransaction(
        handle -> {
          handle.execute("UPDATE chats SET zone = ? WHERE id = ?", zone.getId(), chatId);
          Habit habit = habit(handle, chatId);
          Instant next = TimesOfDay.next(habit.digestTimes(), now, zone);
          releaseDigest(handle, chatId, habit.tellsEmpty(), next);
          releaseQuiet(handle, chatId, end(habit.quiet(), zone, now), now);
        });
  }

  /** Sets whether urgent watches ring in quiet hours. */
  public void urgentBreaks(Chat chat, boolean breaks) {
    jdbi.useHandle(
        handle ->
            handle.execute("UPDATE chats SET urgent_breaks = ? WHERE id = ?", breaks, chat.id()));
  }

  /** Sets when the digest comes. */
  public void digest(Chat chat, List<LocalTime> times, boolean tellsEmpty, Instant now) {
    Instant next = TimesOfDay.next(times, now, chat.zone());
    jdbi.useTransaction(
        handle -> {
          handle.execute(
              "UPDATE chats SET digest_times = ? WHERE id = ?",
              TimesOfDay.written(times),
              chat.id());
          releaseDigest(handle, chat.id(), tellsEmpty, next);
        });
  }

  private static void releaseDigest(Handle handle, long chatId, boolean tellsEmpty, Instant next) {
    handle
        .createUpdate("UPDATE chats SET empty_digest_at = ? WHERE id = ?")
        .bind(0, tellsEmpty ? next : null)
        .bind(1, chatId)
        .execute();
    release(handle, chatId, Entry.Held.DIGEST, next);
  }

  /** What was held, and the notices that wait, come then. */
  private static void releaseQuiet(Handle handle, long chatId, Instant at, Instant now) {
    release(handle, chatId, Entry.Held.QUIET, at);
    handle.execute(
        """
        UPDATE outbox SET due_at = ? WHERE chat_id = ? AND notice IS NOT NULL
          AND state = 'pending' AND attempts = 0 AND NOT holds_chat AND due_at > ?""",
        at,
        chatId,
        now);
  }

  private static void release(Handle handle, long chatId, Entry.Held held, Instant at) {
    handle.execute(
        "UPDATE outbox SET release_at = ? WHERE chat_id = ? AND state = 'held' AND held = ?",
        at,
        chatId,
        held.name());
  }

  /** How urgent a watch is. */
  public Urgency urgency(long watchId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT urgency FROM watches WHERE id = ?")
                .bind(0, watchId)
                .mapTo(String.class)
                .findOne()
                .map(Urgency::valueOf)
                .orElse(Urgency.INSTANT));
  }

  /** How urgent each watch of a chat is. */
  public Map<Long, Urgency> urgencies(long chatId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT id, urgency FROM watches WHERE chat_id = ?")
                .bind(0, chatId)
                .map(
                    (row, context) ->
                        Map.entry(row.getLong("id"), Urgency.valueOf(row.getString("urgency"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** Sets how urgent a watch of a chat is; false if it has no such watch. */
  public boolean urgency(long chatId, long watchId, Urgency urgency) {
    return jdbi.withHandle(
            handle ->
                handle.execute(
                    "UPDATE watches SET urgency = ? WHERE id = ? AND chat_id = ?",
                    urgency.name(),
                    watchId,
                    chatId))
        > 0;
  }
}
