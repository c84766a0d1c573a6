package org.marsad.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.marsad.alert.Outbox;
import org.marsad.feed.Items;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes items that were read longer ago than they are kept, with their hits and what was told of
 * them. Their keys stay, so that a feed that publishes them again is silent; and so does an item of
 * which an alert still waits. Notices that were told as long ago go too.
 */
final class Retention {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  /** Items deleted in one transaction: it holds up those that store for some milliseconds. */
  private static final int BATCH = 500;

  private final Jdbi jdbi;
  private final Items items;
  private final Outbox outbox;
  private final Duration kept;
  private final Clock clock;

  Retention(Tables tables, Duration kept, Clock clock) {
    this.jdbi = tables.jdbi();
    this.items = tables.items();
    this.outbox = tables.outbox();
    this.kept = kept;
    this.clock = clock;
  }

  /** Deletes what is too old, in batches. */
  void run() {
    Instant oldest = clock.instant().minus(kept);
    int deleted = 0;
    long last = 0;
    List<Long> old;
    do {
      old = items.readBefore(oldest, last, BATCH);
      deleted += old.isEmpty() ? 0 : delete(old);
      last = old.isEmpty() ? last : old.get(old.size() - 1);
    } while (old.size() == BATCH);
    outbox.forgetNotices(oldest);
    if (deleted > 0) {
      LOG.info("{} items deleted that were read before {}", deleted, oldest);
    }
  }

  private int delete(List<Long> old) {
    return jdbi.inTransaction(
        handle -> {
          Set<Long> gone = new HashSet<>(old);
          gone.removeAll(outbox.forget(handle, old));
          return items.delete(handle, gone);
        });
  }
}
