package org.marsad.alert;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.marsad.feed.Feed;
import org.marsad.feed.FeedTrouble;
import org.marsad.feed.Feeds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells those who chose a source, and the operator, when it fails or falls silent, once, and once
 * when it is well again. What was told is kept in the table {@code feed_troubles} and goes into the
 * outbox in the same transaction. Thread-safe, and safe for several processes on one database.
 */
public final class SourceNews {
  private static final Logger LOG = LoggerFactory.getLogger(SourceNews.class);

  private final Jdbi jdbi;
  private final Feeds feeds;
  private final Outbox outbox;
  private final Set<Long> admins;
  private final Clock clock;

  /**
   * @param admins Telegram's numbers of the operator's chats
   */
  public SourceNews(Jdbi jdbi, Feeds feeds, Outbox outbox, Set<Long> admins, Clock clock) {
    this.jdbi = jdbi;
    this.feeds = feeds;
    this.outbox = outbox;
    this.admins = Set.copyOf(admins);
    this.clock = clock;
  }

  /** What was told of a source and lasts. */
  private record Told(long id, FeedTrouble kind) {}

  /** Looks at every source and tells what changed since it last looked, in any process. */
  public void look() {
    Instant now = clock.instant();
    Map<Long, Told> told = jdbi.withHandle(SourceNews::told);
    for (Feed feed : feeds.all()) {
      Told before = told.remove(feed.id());
      if (isNews(feed, before, now)) {
        jdbi.useTransaction(handle -> tell(handle, feed, now));
      }
    }
    // Nobody follows these any more: whoever does again is told anew.
    told.values().forEach(before -> jdbi.useHandle(handle -> end(handle, before, now)));
  }

  private static boolean isNews(Feed feed, @Nullable Told before, Instant now) {
    Optional<FeedTrouble> trouble = FeedTrouble.of(feed, now);
    return before == null
        ? trouble.isPresent()
        : !FeedTrouble.lasts(before.kind(), feed, now)
            || trouble.filter(other -> other != before.kind()).isPresent();
  }

  private static Map<Long, Told> told(Handle handle) {
    Map<Long, Told> told = new HashMap<>();
    handle
        .createQuery("SELECT feed_id, id, kind FROM feed_troubles WHERE over_at IS NULL")
        .map(
            (row, context) ->
                Map.entry(
                    row.getLong("feed_id"),
                    new Told(row.getLong("id"), FeedTrouble.valueOf(row.getString("kind")))))
        .forEach(one -> told.put(one.getKey(), one.getValue()));
    return told;
  }

  /** Under the source's lock, since another process may have told it a moment ago. */
  private void tell(Handle handle, Feed feed, Instant now) {
    feeds.lock(handle, feed);
    Told before = told(handle).get(feed.id());
    if (!isNews(feed, before, now)) {
      return;
    }
    Optional<FeedTrouble> trouble = FeedTrouble.of(feed, now);
    if (before != null) {
      end(handle, before, now);
    }
    if (trouble.isPresent()) {
      long id = begin(handle, feed, trouble.get(), now);
      put(handle, listeners(handle, feed), key(id), feed, SourceText.ill(trouble.get()), now);
    } else if (before != null) {
      String over = key(before.id()) + " over";
      put(handle, listeners(handle, feed), over, feed, SourceText.well(before.kind()), now);
    }
    LOG.info("Source {} ({}): {} is told", feed.id(), feed.title(), trouble);
  }

  private static String key(long trouble) {
    return "source trouble " + trouble;
  }

  private static void end(Handle handle, Told told, Instant now) {
    handle.execute("UPDATE feed_troubles SET over_at = ? WHERE id = ?", now, told.id());
  }

  private static long begin(Handle handle, Feed feed, FeedTrouble trouble, Instant now) {
    return handle
        .createUpdate(
            "INSERT INTO feed_troubles (feed_id, kind, told_at) VALUES (:feed, :kind, :now)")
        .bind("feed", feed.id())
        .bind("kind", trouble.name())
        .bind("now", now)
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }

  /** The chats that chose the source, and the operator's. */
  private List<Chat> listeners(Handle handle, Feed feed) {
    return handle
        .createQuery(
            "SELECT "
                + Chats.COLUMNS
                + " FROM chats WHERE state = 'active' AND (telegram_id IN (<admins>) AND topic_id = 0"
                + " OR id IN (SELECT chat_id FROM followed_feeds WHERE feed_id = :feed)) ORDER BY id")
        .bind("feed", feed.id())
        .bindList("admins", admins.isEmpty() ? List.of(0L) : List.copyOf(admins))
        .map(Chats::row)
        .list();
  }

  private void put(
      Handle handle, List<Chat> chats, String key, Feed feed, SourceText text, Instant now) {
    List<Entry> entries = new ArrayList<>();
    Entry.Way quietly = new Entry.Way(Priority.INSTANT, true, now, "");
    for (Chat chat : chats) {
      entries.add(Entry.notice(chat.id(), key, text.of(chat, feed, now), quietly));
    }
    outbox.put(handle, entries, now);
  }
}
