package org.marsad.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Far more is told of something than usual.
 *
 * @param window in which: an hour or a day, up to now
 * @param stories different stories in it
 * @param sources different sources in it
 * @param usual stories in such a window on the days before, on average
 */
public record Spike(Duration window, int stories, int sources, double usual) {
  /** What is remembered of each day before: the baseline. */
  static final Duration MEMORY = Duration.ofDays(15);

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final int DAYS = 14;
  private static final int MIN_DAYS = 3;
  private static final int MIN_STORIES = 5;
  private static final int MIN_SOURCES = 3;

  /** How far from the usual is far: in standard deviations, measured by SpikeSimulation. */
  public enum Sensitivity {
    OFF(Double.POSITIVE_INFINITY),
    LOW(9),
    NORMAL(6),
    HIGH(4);

    private final double deviations;

    Sensitivity(double deviations) {
      this.deviations = deviations;
    }
  }

  /** One hit of a watch: when it was read, where, and which story it tells. */
  public record Mention(Instant at, long source, long story) {}

  /** Mean and variance of counts. */
  private record Usual(double mean, double variance) {
    static Usual of(List<Long> counts) {
      double mean = counts.stream().mapToLong(Long::longValue).average().orElse(0);
      double variance =
          counts.stream().mapToDouble(count -> (count - mean) * (count - mean)).average().orElse(0);
      return new Usual(mean, variance);
    }

    /** News comes in bursts: the spread is never taken for less than that of pure chance. */
    boolean isFarBelow(long count, Sensitivity sensitivity) {
      double spread = Math.sqrt(Math.max(Math.max(variance, mean), 1));
      return count > mean + sensitivity.deviations * spread;
    }
  }

  /**
   * Decides whether there is one at this moment: the last hour against the same hours of the days
   * before (news sleeps at night), the last day against whole days. At least {@value #MIN_STORIES}
   * stories from {@value #MIN_SOURCES} sources, and {@value #MIN_DAYS} days to compare with.
   *
   * @param mentions of the last fifteen days, in any order
   * @param since when mentions began to be kept
   */
  public static Optional<Spike> of(
      List<Mention> mentions, Instant since, Instant now, Sensitivity sensitivity) {
    int days = (int) Math.min(DAYS, Duration.between(since, now).toDays() - 1);
    if (days < MIN_DAYS || sensitivity == Sensitivity.OFF) {
      return Optional.empty();
    }
    Stream<Long> hours =
        Stream.iterate(1, day -> day <= days, day -> day + 1)
            .flatMap(
                day -> Stream.of(-1, 0, 1).map(shift -> DAY.multipliedBy(day).plusHours(shift)))
            .map(back -> count(mentions, within(now.minus(back), HOUR)));
    Stream<Long> wholeDays =
        Stream.iterate(1, day -> day <= days, day -> day + 1)
            .map(day -> count(mentions, within(now.minus(DAY.multipliedBy(day)), DAY)));
    return of(mentions, now, HOUR, hours, sensitivity)
        .or(() -> of(mentions, now, DAY, wholeDays, sensitivity));
  }

  /**
   * @param before what there was in such windows on the days before; counted only where it matters
   */
  private static Optional<Spike> of(
      List<Mention> mentions,
      Instant now,
      Duration window,
      Stream<Long> before,
      Sensitivity sensitivity) {
    Predicate<Mention> recent = within(now, window);
    long stories = count(mentions, recent);
    long sources = mentions.stream().filter(recent).map(Mention::source).distinct().count();
    if (stories < MIN_STORIES || sources < MIN_SOURCES) {
      return Optional.empty();
    }
    Usual usual = Usual.of(before.toList());
    return usual.isFarBelow(stories, sensitivity)
        ? Optional.of(new Spike(window, (int) stories, (int) sources, usual.mean()))
        : Optional.empty();
  }

  private static Predicate<Mention> within(Instant end, Duration window) {
    Instant start = end.minus(window);
    return mention -> mention.at().isAfter(start) && !mention.at().isAfter(end);
  }

  private static long count(List<Mention> mentions, Predicate<Mention> when) {
    return mentions.stream().filter(when).map(Mention::story).distinct().count();
  }
}
