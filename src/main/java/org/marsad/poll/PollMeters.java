package org.marsad.poll;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import org.marsad.feed.Feed;
import org.marsad.feed.Item;

/** What polling counts for the operator. Thread-safe. */
final class PollMeters {
  private static final Duration[] LAG_STEPS = {
    Duration.ofSeconds(10),
    Duration.ofMinutes(1),
    Duration.ofMinutes(5),
    Duration.ofMinutes(15),
    Duration.ofHours(1),
    Duration.ofHours(6),
    Duration.ofDays(1)
  };

  private final MeterRegistry registry;
  private final Counter items;
  private final Counter hits;
  private final Timer lag;

  PollMeters(MeterRegistry registry) {
    this.registry = registry;
    this.items = Counter.builder("marsad.items").description("New items stored").register(registry);
    this.hits =
        Counter.builder("marsad.hits")
            .description("Watches that new items satisfied")
            .register(registry);
    this.lag =
        Timer.builder("marsad.feed.lag")
            .description("From an item's own date of publication to our first reading of it")
            .serviceLevelObjectives(LAG_STEPS)
            .register(registry);
  }

  void polled(Polled polled) {
    Counter.builder("marsad.polls")
        .description("Polls of sources by their outcome")
        .tag("outcome", polled.outcome())
        .register(registry)
        .increment();
  }

  /** After the commit. A backlog is old by nature and says nothing of the feed's lag. */
  void stored(Feed feed, Intake.Taken taken, Instant now) {
    items.increment(taken.fresh().size());
    hits.increment(taken.hits());
    if (!feed.isBacklog(now)) {
      taken.fresh().forEach(this::lag);
    }
  }

  private void lag(Item item) {
    Instant published = item.publishedAt();
    if (published != null && published.isBefore(item.seenAt())) {
      lag.record(Duration.between(published, item.seenAt()));
    }
  }
}
