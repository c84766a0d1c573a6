package org.marsad.feed;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The table {@code feeds} and the sources each chat dropped. Thread-safe. */
public final class Feeds {
  private static final Logger LOG = LoggerFactory.getLogger(Feeds.class);
  private static final int MAX_OUTCOME_CHARS = 500;
  private static final String SELECT =
      """
      SELECT id, url, title, language, country, identity, initialised, etag, last_modified, body_hash, failures,
        last_success_at, last_full_at, last_new_at, ttl_seconds, rhythm_seconds, moved_to, moved_times, last_outcome,
        next_check_at, next_reason FROM feeds
      """;

  private final Jdbi jdbi;

  /** Works on this database. */
  public Feeds(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The sources that are polled, in the order they were added. */
  public List<Feed> all() {
    return jdbi.withHandle(
        handle -> handle.createQuery(SELECT + "WHERE active ORDER BY id").map(Feeds::row).list());
  }

  /** One source that is polled. */
  public Optional<Feed> find(long id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "WHERE active AND id = ?")
                .bind(0, id)
                .map(Feeds::row)
                .findOne());
  }

  /**
   * Makes the polled sources those of the catalogue: new ones are added, known ones take its words,
   * others are no longer polled but keep their state and items, so that one that comes back does
   * not alert its archive.
   */
  public void follow(List<CatalogueFeed> catalogue) {
    jdbi.useTransaction(
        handle -> {
          handle.execute("UPDATE feeds SET active = FALSE");
          Set<Long> named = new HashSet<>();
          for (CatalogueFeed feed : catalogue) {
            follow(handle, feed, named);
          }
        });
  }

  private static void follow(Handle handle, CatalogueFeed feed, Set<Long> named) {
    String key = FeedUrl.key(feed.url());
    long id =
        handle
            .createQuery("SELECT feed_id FROM feed_addresses WHERE url_key = ?")
            .bind(0, key)
            .mapTo(Long.class)
            .findOne()
            .orElseGet(() -> insert(handle, feed, key));
    if (named.add(id)) {
      handle.execute(
          "UPDATE feeds SET active = TRUE, title = ?, language = ?, country = ? WHERE id = ?",
          feed.title(),
          feed.language(),
          feed.country(),
          id);
      // One that moved stays where it moved to.
      String url = url(handle, id);
      if (FeedUrl.key(URI.create(url)).equals(key)) {
        handle.execute("UPDATE feeds SET url = ? WHERE id = ?", feed.url().toString(), id);
      }
    }
  }

  private static String url(Handle handle, long id) {
    return handle
        .createQuery("SELECT url FROM feeds WHERE id = ?")
        .bind(0, id)
        .mapTo(String.class)
        .one();
  }

  private static long insert(Handle handle, CatalogueFeed feed, String key) {
    long id =
        handle
            .createUpdate(
                "INSERT INTO feeds (url, title, language, country) VALUES (:url, '', '', '')")
            .bind("url", feed.url().toString())
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    handle.execute("INSERT INTO feed_addresses (url_key, feed_id) VALUES (?, ?)", key, id);
    return id;
  }

  /**
   * What one check came to, as it is recorded.
   *
   * @param state the feed's after it
   * @param next when it is read next; where it stops, the source is not polled any more, until the
   *     catalogue is followed again
   * @param outcome in words for the operator
   * @param at when it was made
   */
  public record Check(FeedState state, CheckTimes.Next next, String outcome, Instant at) {}

  /** Records a check that failed or found nothing changed. */
  public void checked(Feed feed, Check check) {
    jdbi.useTransaction(handle -> record(handle, feed, check));
  }

  /**
   * Records a check whose document was read, within the caller's transaction. From here on the feed
   * counts as initialised.
   */
  public void read(Handle handle, Feed feed, Check check) {
    record(handle, feed, check);
    handle.execute("UPDATE feeds SET initialised = TRUE WHERE id = ?", feed.id());
  }

  private static void record(Handle handle, Feed feed, Check check) {
    FeedState state = check.state();
    URI to = state.move().to();
    handle
        .createUpdate(
            """
            UPDATE feeds SET etag = :etag, last_modified = :lastModified, body_hash = :bodyHash, failures = :failures,
              last_success_at = :success, last_full_at = :full, last_new_at = :new, ttl_seconds = :ttl,
              rhythm_seconds = :rhythm, moved_to = :movedTo, moved_times = :movedTimes, last_checked_at = :at,
              last_outcome = :outcome, next_check_at = :next, next_reason = :why, active = active AND :goesOn
            WHERE id = :id""")
        .bind("id", feed.id())
        .bind("etag", state.validators().etag())
        .bind("lastModified", state.validators().lastModified())
        .bind("bodyHash", state.validators().bodyHash())
        .bind("failures", state.failures())
        .bind("success", state.lastSuccessAt())
        .bind("full", state.lastFullAt())
        .bind("new", state.lastNewAt())
        .bind("ttl", seconds(state.ttl()))
        .bind("rhythm", seconds(state.rhythm()))
        .bind("movedTo", to == null ? null : to.toString())
        .bind("movedTimes", state.move().times())
        .bind("at", check.at())
        .bind("outcome", cut(check.outcome()))
        .bind("next", check.next().at())
        .bind("why", cut(check.next().reason()))
        .bind("goesOn", !check.next().stops())
        .execute();
    if (to != null && state.move().isBelieved()) {
      move(handle, feed, to);
    }
  }

  /**
   * Takes the new address; the old one still leads to this feed, should the catalogue keep naming
   * it. If another feed has that address, both are one: this one is not polled any more.
   */
  private static void move(Handle handle, Feed feed, URI to) {
    String key = FeedUrl.key(to);
    handle.execute(
        "INSERT INTO feed_addresses (url_key, feed_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
        key,
        feed.id());
    long owner =
        handle
            .createQuery("SELECT feed_id FROM feed_addresses WHERE url_key = ?")
            .bind(0, key)
            .mapTo(Long.class)
            .one();
    if (owner == feed.id()) {
      handle.execute(
          "UPDATE feeds SET url = ?, moved_to = NULL, moved_times = 0 WHERE id = ?",
          to.toString(),
          feed.id());
      LOG.info("Source {} ({}) moved to {}", feed.id(), feed.title(), to);
    } else {
      handle.execute("UPDATE feed_addresses SET feed_id = ? WHERE feed_id = ?", owner, feed.id());
      handle.execute("UPDATE feeds SET active = FALSE WHERE id = ?", feed.id());
      LOG.info("Source {} ({}) moved to source {}: one feed", feed.id(), feed.title(), owner);
    }
  }

  /** Waits until no other transaction adds items of this feed; held to the caller's end. */
  public void lock(Handle handle, Feed feed) {
    handle
        .createQuery("SELECT id FROM feeds WHERE id = ? FOR UPDATE")
        .bind(0, feed.id())
        .mapTo(Long.class)
        .findOne();
  }

  /** Records that its hub told news of it, within the caller's transaction. */
  public void pushed(Handle handle, Feed feed, String outcome, Instant now) {
    handle.execute(
        "UPDATE feeds SET last_new_at = ?, last_outcome = ? WHERE id = ?",
        now,
        cut(outcome),
        feed.id());
  }

  /** From now on this tells the feed's items apart, within the caller's transaction. */
  void identify(Handle handle, Feed feed, Identity identity) {
    handle.execute("UPDATE feeds SET identity = ? WHERE id = ?", identity.name(), feed.id());
  }

  /** The chat no longer hears this source. */
  public void drop(long chatId, long feedId) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "INSERT INTO dropped_feeds (chat_id, feed_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                chatId,
                feedId));
  }

  /** The chat hears this source again. */
  public void follow(long chatId, long feedId) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "DELETE FROM dropped_feeds WHERE chat_id = ? AND feed_id = ?", chatId, feedId));
  }

  /** The sources a chat does not hear. */
  public Set<Long> droppedBy(long chatId) {
    return new HashSet<>(
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("SELECT feed_id FROM dropped_feeds WHERE chat_id = ?")
                    .bind(0, chatId)
                    .mapTo(Long.class)
                    .list()));
  }

  private static String cut(String outcome) {
    return outcome.substring(0, Math.min(MAX_OUTCOME_CHARS, outcome.length()));
  }

  private static @Nullable Long seconds(@Nullable Duration duration) {
    return duration == null ? null : duration.toSeconds();
  }

  private static Feed row(ResultSet row, StatementContext context) throws SQLException {
    return new Feed(
        row.getLong("id"),
        URI.create(row.getString("url")),
        row.getString("title"),
        row.getString("language"),
        row.getString("country"),
        Identity.valueOf(row.getString("identity")),
        row.getBoolean("initialised"),
        state(row),
        row.getString("last_outcome"),
        instant(row, "next_check_at"),
        row.getString("next_reason"));
  }

  private static FeedState state(ResultSet row) throws SQLException {
    String to = row.getString("moved_to");
    return new FeedState(
        new Validators(
            row.getString("etag"), row.getString("last_modified"), row.getString("body_hash")),
        row.getInt("failures"),
        instant(row, "last_success_at"),
        instant(row, "last_full_at"),
        instant(row, "last_new_at"),
        duration(row, "ttl_seconds"),
        duration(row, "rhythm_seconds"),
        to == null ? Move.NONE : new Move(URI.create(to), row.getInt("moved_times")));
  }

  private static @Nullable Duration duration(ResultSet row, String column) throws SQLException {
    long seconds = row.getLong(column);
    return row.wasNull() ? null : Duration.ofSeconds(seconds);
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
