package org.marsad.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.marsad.alert.Spike.Mention;
import org.marsad.alert.Spike.Sensitivity;
import org.marsad.feed.Item;
import org.marsad.feed.Items;
import org.marsad.watch.Watch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells chats when far more than usual is told of what they watch: once, then not for six hours.
 * Unless the chat says otherwise, this holds for entities and not for keywords, which say less of
 * what an item is about. Thread-safe; the table {@code spikes}.
 */
public final class Spikes {
  private static final Logger LOG = LoggerFactory.getLogger(Spikes.class);
  private static final Duration COOL_DOWN = Duration.ofHours(6);
  private static final Duration DAY = Duration.ofDays(1);
  private static final int MIN_HITS = 5;
  private static final int TOP = 3;

  /** What the chat chose; else on for entities, off for the rest. */
  private static final String HOLDS =
      """
      CASE WHEN w.spikes <> '' THEN w.spikes
        WHEN w.own OR (w.query LIKE 'entity:%' AND w.query NOT LIKE '% %') THEN 'NORMAL' ELSE 'OFF' END""";

  private final Jdbi jdbi;
  private final Chats chats;
  private final Outbox outbox;

  /** Works on this database. */
  public Spikes(Jdbi jdbi, Chats chats, Outbox outbox) {
    this.jdbi = jdbi;
    this.chats = chats;
    this.outbox = outbox;
  }

  /** What holds for a watch: what the chat chose, or what holds for its kind. */
  public Sensitivity of(Watch watch) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT " + HOLDS + " FROM watches w WHERE w.id = ?")
                .bind(0, watch.id())
                .mapTo(Sensitivity.class)
                .findOne()
                .orElse(Sensitivity.OFF));
  }

  /**
   * The chat chooses for one of its watches.
   *
   * @param sensitivity empty for what holds for its kind
   */
  public void set(long watchId, Optional<Sensitivity> sensitivity) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE watches SET spikes = ? WHERE id = ?",
                sensitivity.map(Sensitivity::name).orElse(""),
                watchId));
  }

  /** A watch that may spike. */
  private record Candidate(
      long watchId, long chatId, String label, Sensitivity sensitivity, Instant since) {}

  /**
   * Looks at every watch with enough hits in the last day.
   *
   * @return how many chats are to be told of one
   */
  public int look(Instant now) {
    int told = 0;
    for (Candidate candidate : candidates(now)) {
      List<Mention> mentions = mentions(candidate.watchId(), now);
      Optional<Spike> spike = Spike.of(mentions, candidate.since(), now, candidate.sensitivity());
      told += spike.map(found -> tell(candidate, found, now)).orElse(0);
    }
    return told;
  }

  private List<Candidate> candidates(Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT w.id, w.chat_id, w.label, w.created_at, <holds> AS holds
                    FROM watches w JOIN chats c ON c.id = w.chat_id LEFT JOIN spikes s ON s.watch_id = w.id
                    WHERE c.state = 'active' AND <holds> <> 'OFF'
                      AND (s.told_at IS NULL OR s.told_at < :cool)
                      AND (SELECT count(*) FROM hits h WHERE h.watch_id = w.id AND h.seen_at > :day) >= :min
                    ORDER BY w.id""")
                .define("holds", HOLDS)
                .bind("cool", now.minus(COOL_DOWN))
                .bind("day", now.minus(DAY))
                .bind("min", MIN_HITS)
                .map(Spikes::candidate)
                .list());
  }

  private static Candidate candidate(ResultSet row, StatementContext context) throws SQLException {
    return new Candidate(
        row.getLong("id"),
        row.getLong("chat_id"),
        row.getString("label"),
        Sensitivity.valueOf(row.getString("holds")),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private List<Mention> mentions(long watchId, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT h.seen_at, i.feed_id, coalesce(s.story_id, i.id) AS story
                    FROM hits h JOIN items i ON i.id = h.item_id LEFT JOIN story_items s ON s.item_id = i.id
                    WHERE h.watch_id = ? AND h.seen_at > ?""")
                .bind(0, watchId)
                .bind(1, now.minus(Spike.MEMORY))
                .map(
                    (row, context) ->
                        new Mention(
                            row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                            row.getLong("feed_id"),
                            row.getLong("story")))
                .list());
  }

  private int tell(Candidate candidate, Spike spike, Instant now) {
    Optional<Chat> chat = chats.find(candidate.chatId());
    if (chat.isEmpty()) {
      return 0;
    }
    List<SpikeText.Line> top = top(candidate.watchId(), now.minus(spike.window()));
    Message message = SpikeText.of(chat.get(), candidate.label(), spike, top, now);
    LOG.info("Watch {} spikes: {}", candidate.watchId(), spike);
    return jdbi.inTransaction(
        handle -> {
          remember(handle, candidate.watchId(), now);
          String key = "spike " + candidate.watchId() + " " + now;
          Entry notice = Entry.notice(candidate.chatId(), key, message, Entry.Way.instant(now));
          return outbox.put(handle, List.of(notice), now);
        });
  }

  private static void remember(Handle handle, long watchId, Instant now) {
    int updated = handle.execute("UPDATE spikes SET told_at = ? WHERE watch_id = ?", now, watchId);
    if (updated == 0) {
      handle.execute("INSERT INTO spikes (watch_id, told_at) VALUES (?, ?)", watchId, now);
    }
  }

  /** The newest of the window, one a source, so that they are of different hands. */
  private List<SpikeText.Line> top(long watchId, Instant since) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT f.title AS outlet, "
                        + Items.COLUMNS
                        + " FROM items i JOIN feeds f ON f.id = i.feed_id WHERE i.id IN"
                        + " (SELECT max(item_id) FROM hits h JOIN items o ON o.id = h.item_id"
                        + " WHERE h.watch_id = ? AND h.seen_at > ? GROUP BY o.feed_id)"
                        + " ORDER BY i.id DESC LIMIT ?")
                .bind(0, watchId)
                .bind(1, since)
                .bind(2, TOP)
                .map(
                    (row, context) -> {
                      Item item = Items.row(row, context);
                      return new SpikeText.Line(item, row.getString("outlet"));
                    })
                .list());
  }
}
