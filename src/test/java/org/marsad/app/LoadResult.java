package org.marsad.app;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What one run under load showed.
 *
 * @param plan what was asked
 * @param delays from the item's commit to each alert's acceptance, in order
 * @param cpu what the process used meanwhile, the stand-in server included
 * @param faults what was not as it should be
 */
record LoadResult(LoadRun.Plan plan, List<Duration> delays, Duration cpu, Faults faults) {
  /**
   * What was not as it should be.
   *
   * @param refusals how often the server answered 429
   * @param repeats how many messages came again
   * @param lost how many alerts never came
   */
  record Faults(long refusals, long repeats, long lost) {}

  static final String HEAD =
      String.format(
          Locale.ROOT,
          "%-17s %6s %7s %8s %7s %7s %7s %7s %5s %8s %5s",
          "",
          "chats",
          "rate/s",
          "sent/s",
          "share",
          "p50 ms",
          "p99 ms",
          "CPU ms",
          "429",
          "repeats",
          "lost");

  /** Alerts a second between the first accepted and the last. */
  double perSecond() {
    Duration took = delays.get(delays.size() - 1).minus(delays.get(0));
    return (delays.size() - 1) / (took.toNanos() / 1e9);
  }

  /** Of the allowed rate, how much was used. */
  double share() {
    return perSecond() / plan.perSecond();
  }

  /** The delay that so many percent of the alerts did not exceed. */
  Duration delay(int percent) {
    return delays.get(Math.max(0, delays.size() * percent / 100 - 1));
  }

  String row(String name) {
    return String.format(
        Locale.ROOT,
        "%-17s %6d %7d %8.1f %6.1f%% %7d %7d %7.2f %5d %8d %5d",
        name,
        plan.chats(),
        plan.perSecond(),
        perSecond(),
        100 * share(),
        delay(50).toMillis(),
        delay(99).toMillis(),
        cpu.toNanos() / 1e6 / delays.size(),
        faults.refusals(),
        faults.repeats(),
        faults.lost());
  }
}
