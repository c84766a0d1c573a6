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

  /**
   * When an item told: what an outage held up comes at once, and was not published so. What a feed
   * says of a time to come is not believed.
   */
  private static final String AT =
      "CASE WHEN i.published_at < h.seen_at THEN i.published_at ELSE h.seen_at END";

  /** What the chat chose; else on for entities, off for the rest. */
  private static final String HOLDS =
      """
      CASE WHEN w.spikes <> '' THEN w.spikes
        WHEN w.own OR (w.query LIKE 'entity:%' AND w.query NOT LIKE '% %') THEN 'NORMAL' ELSE 'OFF' END""";

  private final Jdbi jdbi;
  private final Chats chats;
  private final Outbox outbox;
  private final Attempts attempts = new Attempts("the spikes of watch");

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

  /**
   * A watch that may spike.
   *
   * @param since when it asked for what it asks now, and items that are kept began to come
   */
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
      told += attempts.of(candidate.watchId(), () -> look(candidate, now));
    }
    return told;
  }

  private int look(Candidate candidate, Instant now) {
    List<Mention> mentions = mentions(candidate.watchId(), now);
    return Spike.of(mentions, candidate.since(), now, candidate.sensitivity())
        .map(found -> tell(candidate, found, now))
        .orElse(0);
  }

  private List<Candidate> candidates(Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT w.id, w.chat_id, w.label, <holds> AS holds,
                      greatest(coalesce(w.changed_at, w.created_at), (SELECT min(seen_at) FROM items)) AS since
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
        row.getObject("since", OffsetDateTime.class).toInstant());
  }

  private List<Mention> mentions(long watchId, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT <at> AS at, i.feed_id, coalesce(s.story_id, i.id) AS story
                    FROM hits h JOIN items i ON i.id = h.item_id LEFT JOIN story_items s ON s.item_id = i.id
                    WHERE h.watch_id = ? AND h.seen_at > ?""")
                .define("at", AT)
                .bind(0, watchId)
                .bind(1, now.minus(Spike.MEMORY))
                .map(
                    (row, context) ->
                        new Mention(
                            row.getObject("at", OffsetDateTime.class).toInstant(),
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
    SpikeText text = new SpikeText(candidate.label(), spike, top);
    LOG.info("Watch {} spikes: {}", candidate.watchId(), spike);
    return jdbi.inTransaction(
        handle ->
            new Wishes(handle, now)
                .noticeOfWatch(candidate.chatId(), candidate.watchId())
                .map(
                    notice -> {
                      remember(handle, candidate.watchId(), now);
                      String key = "spike " + candidate.watchId() + " " + now;
                      Message message = text.of(chat.get(), notice.isLater(), now);
                      Entry entry = Entry.notice(candidate.chatId(), key, message, notice.way());
                      return outbox.put(handle, List.of(entry), now);
                    })
                .orElse(0));
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
                        + " (SELECT max(i.id) FROM hits h JOIN items i ON i.id = h.item_id"
                        + " WHERE h.watch_id = ? AND <at> > ? GROUP BY i.feed_id)"
                        + " ORDER BY i.id DESC LIMIT ?")
                .define("at", AT)
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
