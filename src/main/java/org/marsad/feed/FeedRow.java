package org.marsad.feed;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** One row of the table {@code feeds}, read. Pure functions. */
final class FeedRow {
  /** Reads what {@link #read} needs; a condition may follow. */
  static final String SELECT =
      """
      SELECT id, url, title, language, country, identity, initialised, etag, last_modified, body_hash, failures,
        last_success_at, last_full_at, last_new_at, ttl_seconds, rhythm_seconds, moved_to, moved_times, last_outcome,
        next_check_at, next_reason, stopped, returned, topics, failing_since FROM feeds
      """;

  private FeedRow() {}

  static Feed read(ResultSet row, StatementContext context) throws SQLException {
    return new Feed(
        row.getLong("id"),
        URI.create(row.getString("url")),
        row.getString("title"),
        row.getString("language"),
        row.getString("country"),
        row.getString("topics").lines().toList(),
        Identity.valueOf(row.getString("identity")),
        row.getBoolean("initialised"),
        row.getBoolean("returned"),
        state(row),
        row.getString("last_outcome"),
        instant(row, "failing_since"),
        next(row));
  }

  private static CheckTimes.@Nullable Next next(ResultSet row) throws SQLException {
    Instant at = instant(row, "next_check_at");
    return at == null
        ? null
        : new CheckTimes.Next(at, row.getString("next_reason"), row.getBoolean("stopped"));
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

  /** A moment, or null. */
  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
