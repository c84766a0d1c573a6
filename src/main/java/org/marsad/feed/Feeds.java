package org.marsad.feed;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
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

/** The table {@code feeds} and the sources each chat dropped. Thread-safe. */
public final class Feeds {
  private static final int MAX_OUTCOME_CHARS = 500;
  private static final String SELECT =
      """
      SELECT id, url, title, language, country, by_link, initialised, etag, last_modified, body_hash, failures,
        last_success_at, last_outcome FROM feeds
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
          for (CatalogueFeed feed : catalogue) {
            follow(handle, feed);
          }
        });
  }

  private static void follow(Handle handle, CatalogueFeed feed) {
    String key = FeedUrl.key(feed.url());
    int known =
        handle.execute(
            """
            UPDATE feeds SET active = TRUE, url = ?, title = ?, language = ?, country = ? WHERE url_key = ?""",
            feed.url().toString(),
            feed.title(),
            feed.language(),
            feed.country(),
            key);
    if (known == 0) {
      handle.execute(
          "INSERT INTO feeds (url, url_key, title, language, country) VALUES (?, ?, ?, ?, ?)",
          feed.url().toString(),
          key,
          feed.title(),
          feed.language(),
          feed.country());
    }
  }

  /**
   * Records a poll that succeeded, within the caller's transaction. From here on the feed counts as
   * initialised.
   */
  public void succeeded(
      Handle handle, Feed feed, Validators validators, String outcome, Instant now) {
    handle.execute(
        """
        UPDATE feeds SET initialised = TRUE, etag = ?, last_modified = ?, body_hash = ?, failures = 0,
          last_checked_at = ?, last_success_at = ?, last_outcome = ? WHERE id = ?""",
        validators.etag(),
        validators.lastModified(),
        validators.bodyHash(),
        now,
        now,
        cut(outcome),
        feed.id());
  }

  /** Records a poll that found nothing changed. */
  public void unchanged(Feed feed, Instant now) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                """
                UPDATE feeds SET failures = 0, last_checked_at = ?, last_success_at = ?, last_outcome = 'not modified'
                WHERE id = ?""",
                now,
                now,
                feed.id()));
  }

  /** Records a poll that failed. */
  public void failed(Feed feed, String outcome, Instant now) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE feeds SET failures = failures + 1, last_checked_at = ?, last_outcome = ? WHERE id = ?",
                now,
                cut(outcome),
                feed.id()));
  }

  /** Stops polling a source that its server says is gone; the catalogue can bring it back. */
  public void stop(Feed feed) {
    jdbi.useHandle(
        handle -> handle.execute("UPDATE feeds SET active = FALSE WHERE id = ?", feed.id()));
  }

  /** Records when a source is read next. */
  public void next(long id, Instant at) {
    jdbi.useHandle(
        handle -> handle.execute("UPDATE feeds SET next_check_at = ? WHERE id = ?", at, id));
  }

  /**
   * From now on the feed's items are told apart by their link, within the caller's transaction;
   * there is no way back.
   */
  public void byLink(Handle handle, Feed feed) {
    handle.execute("UPDATE feeds SET by_link = TRUE WHERE id = ?", feed.id());
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

  private static Feed row(ResultSet row, StatementContext context) throws SQLException {
    return new Feed(
        row.getLong("id"),
        URI.create(row.getString("url")),
        row.getString("title"),
        row.getString("language"),
        row.getString("country"),
        row.getBoolean("by_link"),
        row.getBoolean("initialised"),
        new Validators(
            row.getString("etag"), row.getString("last_modified"), row.getString("body_hash")),
        row.getInt("failures"),
        instant(row, "last_success_at"),
        row.getString("last_outcome"));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
