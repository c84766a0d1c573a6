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
  private final Attempts attempts = new Attempts("the news of source");
  private final Attempts wording = new Attempts("news of a source for chat");

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
        attempts.of(feed.id(), () -> jdbi.inTransaction(handle -> tell(handle, feed, now)));
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
  private int tell(Handle handle, Feed feed, Instant now) {
    feeds.lock(handle, feed);
    Told before = told(handle).get(feed.id());
    if (!isNews(feed, before, now)) {
      return 0;
    }
    Optional<FeedTrouble> trouble = FeedTrouble.of(feed, now);
    if (before != null) {
      end(handle, before, now);
    }
    LOG.info("Source {} ({}): {} is told", feed.id(), feed.title(), trouble);
    if (trouble.isPresent()) {
      long id = begin(handle, feed, trouble.get(), now);
      return put(handle, feed, new News(key(id), SourceText.ill(trouble.get())), now);
    }
    return before == null
        ? 0
        : put(
            handle,
            feed,
            new News(key(before.id()) + " over", SourceText.well(before.kind())),
            now);
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
  private List<Long> listeners(Handle handle, Feed feed) {
    return handle
        .createQuery(
            """
            SELECT id FROM chats WHERE state = 'active' AND (telegram_id IN (<admins>) AND topic_id = 0
              OR id IN (SELECT chat_id FROM followed_feeds WHERE feed_id = :feed)) ORDER BY id""")
        .bind("feed", feed.id())
        .bindList("admins", admins.isEmpty() ? List.of(0L) : List.copyOf(admins))
        .mapTo(Long.class)
        .list();
  }

  /** What is told, once by its key. */
  private record News(String key, SourceText text) {}

  private int put(Handle handle, Feed feed, News news, Instant now) {
    List<Entry> entries = new ArrayList<>();
    for (long chat : listeners(handle, feed)) {
      wording.of(
          chat,
          () -> {
            entry(handle, chat, feed, news, now).ifPresent(entries::add);
            return 1;
          });
    }
    return outbox.put(handle, entries, now);
  }

  private static Optional<Entry> entry(
      Handle handle, long chatId, Feed feed, News news, Instant now) {
    Optional<Manner.Notice> notice = new Wishes(handle, now).noticeOfSource(chatId, feed.id());
    return Chats.find(handle, chatId)
        .flatMap(
            chat ->
                notice.map(
                    how ->
                        Entry.notice(
                            chatId, news.key(), news.text().of(chat, feed, now), how.way())));
  }
}
