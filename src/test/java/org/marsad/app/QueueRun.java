package org.marsad.app;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.marsad.alert.Alerts;
import org.marsad.alert.Delivery;
import org.marsad.alert.Outcome;

/** What a claim of a second's worth takes, and what the heap holds, where much waits already. */
final class QueueRun implements AutoCloseable {
  static final String HEAD =
      String.format(
          Locale.ROOT, "%n%-10s %12s %12s %10s", "waiting", "claim p50 ms", "most", "heap MB");

  private static final int CHATS = 1_000;
  private static final int CLAIMED = 30;
  private static final int CLAIMS = 30;

  /** The first load classes, and what follows the filling. */
  private static final int WARMING_UP = 5;

  private static final int STORED_AT_ONCE = 20_000;

  private final Clock clock;
  private final Database database;
  private final Alerts world;

  QueueRun(Path folder, Clock clock) {
    this.clock = clock;
    this.database = Database.open("jdbc:h2:file:" + folder.resolve("queue"));
    this.world = new Alerts(database.jdbi());
  }

  /** Puts so many notices into the outbox and claims some of them, as delivery does. */
  String measure(int rows) {
    Instant now = clock.instant();
    for (int chat = 1; chat <= CHATS; chat++) {
      world.chat(chat, now);
    }
    for (int from = 0; from < rows; from += STORED_AT_ONCE) {
      fill(from, Math.min(rows, from + STORED_AT_ONCE), now);
    }
    List<Duration> took = new ArrayList<>();
    for (int i = 0; i < CLAIMS; i++) {
      long start = System.nanoTime();
      List<Delivery> claimed = world.outbox.claim(CLAIMED, Duration.ofMinutes(2), clock.instant());
      took.add(Duration.ofNanos(System.nanoTime() - start));
      world.outbox.write(
          claimed.stream().map(delivery -> Outcome.sent(delivery.id(), "", 1)).toList(),
          clock.instant());
    }
    List<Duration> warm = took.stream().skip(WARMING_UP).sorted().toList();
    return String.format(
        Locale.ROOT,
        "%-10d %12.1f %12.1f %10d",
        rows,
        warm.get(warm.size() / 2).toNanos() / 1e6,
        warm.get(warm.size() - 1).toNanos() / 1e6,
        heapAfterCollection() >> 20);
  }

  /** Each chat waits for the same, in turn. */
  private void fill(int from, int to, Instant now) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        INSERT INTO outbox (chat_id, hits, message, notice, state, due_at, created_at, turn)
                        SELECT c.id, '[]', '{"html":"خبر","plain":"خبر","buttons":[],"silent":false}',
                          'notice ' || n."X", 'pending', :now, :now, n."X" / :chats
                        FROM system_range(:from, :to) n
                        JOIN chats c ON c.telegram_id = 1 + mod(n."X", :chats)""")
                    .bind("now", now)
                    .bind("chats", CHATS)
                    .bind("from", from)
                    .bind("to", to - 1)
                    .execute());
  }

  @SuppressWarnings("CallToSystemGC")
  private static long heapAfterCollection() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @Override
  public void close() {
    database.close();
  }
}
