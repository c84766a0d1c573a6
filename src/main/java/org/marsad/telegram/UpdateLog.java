package org.marsad.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** The updates not handled yet, oldest first, without those that are being handled. */
  public Map<Long, String> waiting(int max, Set<Long> inHand) {
    Map<Long, String> found = new LinkedHashMap<>();
    List<Long> busy = List.copyOf(inHand); // others take from it meanwhile
    jdbi.useHandle(
        handle -> {
          var query =
              handle
                  .createQuery(
                      "SELECT update_id, body FROM updates WHERE handled_at IS NULL"
                          + (busy.isEmpty() ? "" : " AND update_id NOT IN (<busy>)")
                          + " ORDER BY received_at, update_id LIMIT :max")
                  .bind("max", max);
          if (!busy.isEmpty()) {
            query.bindList("busy", busy);
          }
          query
              .map((row, context) -> Map.entry(row.getLong("update_id"), row.getString("body")))
              .forEach(update -> found.put(update.getKey(), update.getValue()));
        });
    return found;
  }

  /** Marks an update handled and drops its text. */
  public void handled(long id) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE updates SET handled_at = ?, body = NULL WHERE update_id = ?",
                clock.instant(),
                id));
  }
}
