package org.marsad.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** Reads what chats and their watches want, a thousand at a time, within one transaction. */
final class Wishes {
  private static final int IN_ONE_QUESTION = 1000;

  private final Handle handle;
  private final Instant now;
  private final Map<Long, Manner.Wishes> chats = new HashMap<>();
  private final Map<Long, Urgency> urgencies = new HashMap<>();
  private final Set<Long> muted = new HashSet<>();
  private final Set<Long> crowded = new HashSet<>();

  Wishes(Handle handle, Instant now) {
    this.handle = handle;
    this.now = now;
  }

  /** How each of these chats is told of an item of a feed; those that exist. */
  Map<Long, Entry.Way> ways(Map<Long, List<Alert.Found>> found, long feedId) {
    read(found.keySet(), feedId, feedId);
    Set<Long> watches = new HashSet<>();
    found.values().forEach(all -> all.forEach(one -> watches.add(one.watch())));
    readWatches(watches);
    Map<Long, Entry.Way> ways = new HashMap<>();
    chats.forEach(
        (chat, wishes) ->
            ways.put(
                chat,
                Manner.decide(
                    wishes,
                    found.getOrDefault(chat, List.of()).stream().map(this::hit).toList(),
                    now)));
    return ways;
  }

  private Manner.Hit hit(Alert.Found found) {
    return hit(found.watch());
  }

  private Manner.Hit hit(long watch) {
    return new Manner.Hit(
        urgencies.getOrDefault(watch, Urgency.INSTANT),
        muted.contains(watch),
        crowded.contains(watch));
  }

  /** How a chat is told a notice of this urgency; empty if there is no such chat. */
  Optional<Manner.Notice> notice(long chat, Urgency urgency) {
    read(List.of(chat), 0, 0);
    return notice(chat, new Manner.Hit(urgency, false, false));
  }

  /** How a chat is told a notice about a watch of its own; empty if there is no such chat. */
  Optional<Manner.Notice> noticeOfWatch(long chat, long watch) {
    read(List.of(chat), 0, 0);
    readWatches(List.of(watch));
    return notice(chat, hit(watch));
  }

  /** How a chat is told a notice about a source, which never rings; empty if it is gone. */
  Optional<Manner.Notice> noticeOfSource(long chat, long feedId) {
    read(List.of(chat), feedId, 0);
    return notice(chat, new Manner.Hit(Urgency.SILENT, false, false));
  }

  private Optional<Manner.Notice> notice(long chat, Manner.Hit about) {
    return Optional.ofNullable(chats.get(chat))
        .map(wishes -> Manner.notice(wishes, List.of(about), now));
  }

  /**
   * @param feedId whose mutes count; 0 for none
   * @param droppable the source they are told nothing of where they dropped it; 0 for none
   */
  private void read(Collection<Long> ids, long feedId, long droppable) {
    Map<Long, Manner.Muting> mutes = new HashMap<>();
    each(
        """
        SELECT chat_id, kind, target, until FROM mutes
        WHERE chat_id IN (<ids>) AND (until IS NULL OR until > :now)""",
        ids,
        Map.of("now", now),
        (row, context) -> {
          String kind = row.getString("kind");
          long target = row.getLong("target");
          if (kind.equals(Mutes.Kind.WATCH.name())) {
            muted.add(target);
          } else if (kind.equals(Mutes.Kind.ALL.name())
              || (kind.equals(Mutes.Kind.SOURCE.name()) && target == feedId)) {
            mutes.merge(row.getLong("chat_id"), muting(kind, row), Manner.Muting::or);
          }
          return target;
        });
    each(
        """
        SELECT c.id, c.state, c.zone, c.quiet_from, c.quiet_to, c.urgent_breaks, c.digest_times,
          (SELECT count(*) FROM dropped_feeds d WHERE d.chat_id = c.id AND d.feed_id = :feed) AS dropped
        FROM chats c WHERE c.id IN (<ids>)""",
        ids,
        Map.of("feed", droppable),
        (row, context) -> chats.put(row.getLong("id"), wishes(row, mutes.get(row.getLong("id")))));
  }

  private static Manner.Muting muting(String kind, ResultSet row) throws SQLException {
    OffsetDateTime read = row.getObject("until", OffsetDateTime.class);
    Instant until = read == null ? null : read.toInstant();
    String what = kind.equals(Mutes.Kind.ALL.name()) ? "everything" : "the source";
    return new Manner.Muting("muted: " + what + (until == null ? "" : " until " + until), until);
  }

  private static Manner.Wishes wishes(ResultSet row, Manner.@Nullable Muting muting)
      throws SQLException {
    return new Manner.Wishes(
        row.getInt("dropped") > 0
            ? "the chat dropped the source"
            : objection(Chats.state(row.getString("state"))),
        muting,
        ZoneId.of(row.getString("zone")),
        quiet(row),
        row.getBoolean("urgent_breaks"),
        TimesOfDay.read(row.getString("digest_times")));
  }

  static @Nullable QuietHours quiet(ResultSet row) throws SQLException {
    return QuietHours.read(row.getString("quiet_from") + " " + row.getString("quiet_to"))
        .orElse(null);
  }

  /** Why a chat in this state is told nothing; empty where it is. */
  static String objection(Chat.State state) {
    return switch (state) {
      case ACTIVE -> "";
      case PAUSED -> "the chat is paused";
      case BLOCKED -> "the chat is blocked";
    };
  }

  private void readWatches(Collection<Long> ids) {
    each(
        "SELECT id, urgency FROM watches WHERE id IN (<ids>)",
        ids,
        Map.of(),
        (row, context) ->
            urgencies.put(row.getLong("id"), Urgency.valueOf(row.getString("urgency"))));
    each(
        """
        SELECT h.watch_id FROM hits h JOIN watches w ON w.id = h.watch_id
        JOIN outbox o ON o.chat_id = w.chat_id AND o.item_id = h.item_id
        WHERE h.watch_id IN (<ids>) AND h.seen_at >= :hour AND o.created_at >= :hour
          AND o.edits IS NULL AND o.state IN ('pending', 'sending', 'sent', 'unknown')
        GROUP BY h.watch_id HAVING count(*) >= :most""",
        ids,
        Map.of("hour", Manner.beginOfHour(now), "most", Manner.MOST_AN_HOUR),
        (row, context) -> crowded.add(row.getLong("watch_id")));
  }

  private <T> void each(
      String sql, Collection<Long> ids, Map<String, Object> values, RowMapper<T> reads) {
    List<Long> all = new ArrayList<>(ids);
    for (int from = 0; from < all.size(); from += IN_ONE_QUESTION) {
      handle
          .createQuery(sql)
          .bindList("ids", all.subList(from, Math.min(all.size(), from + IN_ONE_QUESTION)))
          .bindMap(values)
          .map(reads)
          .list();
    }
  }
}
