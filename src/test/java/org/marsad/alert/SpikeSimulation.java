package org.marsad.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.marsad.alert.Spike.Mention;
import org.marsad.alert.Spike.Sensitivity;

/**
 * A generated month of a watch's hits, looked at every five minutes: how many spikes are told that
 * are none, and how late those are told that are. Stories come by chance, more by day than by
 * night, and are told by several outlets; three events break out, twelve stories or more in a few
 * hours.
 */
public final class SpikeSimulation {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int DAYS = 30;
  private static final int[] EVENT_DAYS = {17, 21, 26};
  private static final int SOURCES = 20;
  private static final Duration STEP = Duration.ofMinutes(5);
  private static final Duration COOL_DOWN = Duration.ofHours(6);
  private static final Duration EVENT = Duration.ofHours(30);

  private final Random random;
  private final double storiesAnHour;
  private final List<Mention> mentions = new ArrayList<>();
  private final List<Instant> events = new ArrayList<>();
  private long stories;

  private SpikeSimulation(long seed, double storiesAnHour) {
    this.random = new Random(seed);
    this.storiesAnHour = storiesAnHour;
    for (int hour = 0; hour < DAYS * 24; hour++) {
      quietHour(hour);
    }
    for (int day : EVENT_DAYS) {
      event(START.plus(Duration.ofHours(day * 24L + 6 + random.nextInt(14))));
    }
  }

  /**
   * What months of one kind came to.
   *
   * @param falseAWeek spikes told that were none, a week
   * @param events that broke out
   * @param minutes from outbreak to telling, of those that were told, in order
   */
  record Result(double falseAWeek, int events, List<Long> minutes) {
    long median() {
      return minutes.isEmpty() ? -1 : minutes.get(minutes.size() / 2);
    }
  }

  static Result run(Sensitivity sensitivity, double storiesAnHour, int months) {
    int wrong = 0;
    List<Long> minutes = new ArrayList<>();
    for (int seed = 0; seed < months; seed++) {
      wrong += new SpikeSimulation(seed, storiesAnHour).look(sensitivity, minutes);
    }
    Collections.sort(minutes);
    return new Result(wrong * 7.0 / (months * DAYS), months * EVENT_DAYS.length, minutes);
  }

  private void quietHour(int hour) {
    double daylight = 0.4 + 1.2 * Math.max(0, Math.sin((hour % 24 - 6) / 24.0 * 2 * Math.PI));
    for (int i = poisson(storiesAnHour * daylight); i > 0; i--) {
      Instant first = START.plus(Duration.ofMinutes(hour * 60L + random.nextInt(60)));
      stories++;
      do {
        mention(first.plus(Duration.ofMinutes(random.nextInt(90))));
      } while (random.nextDouble() < 0.4);
    }
  }

  private void event(Instant outbreak) {
    events.add(outbreak);
    int size = (int) Math.max(12, storiesAnHour * 15);
    for (int i = size + random.nextInt(size); i > 0; i--) {
      stories++;
      mention(outbreak.plus(Duration.ofMinutes((long) (Math.abs(random.nextGaussian()) * 90))));
    }
  }

  private void mention(Instant at) {
    mentions.add(new Mention(at, random.nextInt(SOURCES), stories));
  }

  private int poisson(double mean) {
    double limit = Math.exp(-mean);
    int count = -1;
    for (double product = 1; product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }

  /** Adds the delays of what was rightly told; returns how often it was wrong. */
  private int look(Sensitivity sensitivity, List<Long> minutes) {
    int wrong = 0;
    Set<Instant> told = new HashSet<>();
    Instant next = START;
    for (Instant now = START;
        now.isBefore(START.plus(Duration.ofDays(DAYS)));
        now = now.plus(STEP)) {
      if (now.isBefore(next) || Spike.of(until(now), START, now, sensitivity).isEmpty()) {
        continue;
      }
      next = now.plus(COOL_DOWN);
      Optional<Instant> event = eventAt(now);
      if (event.isEmpty()) {
        wrong++;
      } else if (told.add(event.get())) {
        minutes.add(Duration.between(event.get(), now).toMinutes());
      }
    }
    return wrong;
  }

  private List<Mention> until(Instant now) {
    Instant from = now.minus(Spike.MEMORY);
    return mentions.stream()
        .filter(mention -> mention.at().isAfter(from) && !mention.at().isAfter(now))
        .toList();
  }

  private Optional<Instant> eventAt(Instant now) {
    return events.stream()
        .filter(event -> !now.isBefore(event) && now.isBefore(event.plus(EVENT)))
        .findFirst();
  }

  /** Prints the table. */
  public static void main(String[] arguments) {
    System.out.println("sensitivity  stories/h  false/week  told      median delay");
    for (Sensitivity sensitivity : List.of(Sensitivity.LOW, Sensitivity.NORMAL, Sensitivity.HIGH)) {
      for (double storiesAnHour : new double[] {0.1, 0.5, 2, 8}) {
        Result result = run(sensitivity, storiesAnHour, 10);
        System.out.printf(
            Locale.ROOT,
            "%-12s %9.1f  %10.2f  %2d of %2d  %8d min%n",
            sensitivity,
            storiesAnHour,
            result.falseAWeek(),
            result.minutes().size(),
            result.events(),
            result.median());
      }
    }
  }
}
