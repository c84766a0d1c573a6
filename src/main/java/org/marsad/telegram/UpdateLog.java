package org.marsad.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The table {@code updates}: what Telegram told us, committed before it is acknowledged.
 * Thread-safe.
 *
 * <p>An update's text is kept only until it is handled; its number is kept two days, longer than
 * Telegram repeats it (24 hours), and shorter than it takes the numbers to start anew (a week
 * without updates).
 */
public final class UpdateLog {
  private static final Duration KEEP = Duration.ofDays(2);

  private final Jdbi jdbi;
  private final Clock clock;

  /** Works on this database. */
  public UpdateLog(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** Stores updates; those stored before are passed over. */
  public void add(Map<Long, String> bodies) {
    Instant now = clock.instant();
    jdbi.useTransaction(
        handle -> {
          handle.execute("DELETE FROM updates WHERE handled_at < ?", now.minus(KEEP));
          PreparedBatch batch =
              handle.prepareBatch(
                  "INSERT INTO updates (update_id, body, received_at) VALUES (:id, :body, :now) ON CONFLICT DO NOTHING");
          bodies.forEach(
              (id, body) -> batch.bind("id", id).bind("body", body).bind("now", now).add());
          batch.execute();
        });
  }

  /** The updates not handled yet, oldest first. */
  public Map<Long, String> waiting(int max) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT update_id, body FROM updates WHERE handled_at IS NULL ORDER BY received_at, update_id LIMIT ?")
                .bind(0, max)
                .reduceRows(
                    new LinkedHashMap<Long, String>(),
                    (found, row) -> {
                      found.put(
                          row.getColumn("update_id", Long.class),
                          row.getColumn("body", String.class));
                      return found;
                    }));
  }

  /** Marks updates handled and drops their text. */
  public void handled(List<Long> ids) {
    Instant now = clock.instant();
    jdbi.useTransaction(
        handle -> {
          PreparedBatch batch =
              handle.prepareBatch(
                  "UPDATE updates SET handled_at = :now, body = NULL WHERE update_id = :id");
          ids.forEach(id -> batch.bind("now", now).bind("id", id).add());
          batch.execute();
        });
  }
}
