package org.marsad.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.JdbiException;
import org.marsad.alert.Outbox;
import org.marsad.alert.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page of metrics. What is counted as it happens is in memory; the outbox is asked. */
final class Metrics {
  private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);
  private static final List<String> STATES =
      Arrays.stream(Outcome.State.values()).map(Outcome.State::stored).toList();

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Outbox outbox;
  private final MultiGauge alerts;
  private final Timer lateness;

  Metrics(Outbox outbox, Clock clock) {
    this.outbox = outbox;
    this.alerts =
        MultiGauge.builder("marsad.alerts").description("Alerts by state").register(registry);
    this.lateness =
        Timer.builder("marsad.poll.lateness")
            .description("From the time a poll was planned for to its beginning")
            .publishPercentiles(0.5, 0.99)
            .register(registry);
    Gauge.builder("marsad.alerts.oldest.pending", () -> ageOfOldest(clock).toMillis() / 1000.0)
        .description("Age of the oldest alert that still waits; 0 when none does")
        .baseUnit("seconds")
        .register(registry);
  }

  /** A poll began so long after its time; Quartz fires a few milliseconds early at times. */
  void late(Duration late) {
    lateness.record(late.isNegative() ? Duration.ZERO : late);
  }

  private Duration ageOfOldest(Clock clock) {
    return outbox
        .oldestWaiting()
        .map(oldest -> Duration.between(oldest, clock.instant()))
        .orElse(Duration.ZERO);
  }

  /** Where the rooms register what they count. */
  MeterRegistry registry() {
    return registry;
  }

  /** All of them as Prometheus text. Without a database, what is known of alerts is what was. */
  String page() {
    try {
      Map<String, Integer> counts = outbox.countByState();
      alerts.register(
          STATES.stream()
              .map(
                  state ->
                      MultiGauge.Row.of(Tags.of("state", state), counts.getOrDefault(state, 0)))
              .toList(),
          true);
    } catch (JdbiException e) {
      LOG.warn("Alerts cannot be counted for the metrics: {}", e.getMessage());
    }
    return registry.scrape();
  }
}
