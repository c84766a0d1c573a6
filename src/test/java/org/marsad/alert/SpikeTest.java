package org.marsad.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.alert.Spike.Mention;
import org.marsad.alert.Spike.Sensitivity;

class SpikeTest {
  private static final Instant NOW = Instant.parse("2026-03-20T12:00:00Z");
  private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(40));

  /** So many stories in the last half hour, from so many sources. */
  private static List<Mention> burst(int stories, int sources) {
    List<Mention> mentions = new ArrayList<>();
    for (int i = 0; i < stories; i++) {
      mentions.add(new Mention(NOW.minus(Duration.ofMinutes(i + 1)), i % sources, i));
    }
    return mentions;
  }

  private static boolean isSpike(List<Mention> mentions, Instant since) {
    return Spike.of(mentions, since, NOW, Sensitivity.NORMAL).isPresent();
  }

  @Test
  void manyStoriesOfManySourcesWhereThereWereNoneAreOne() {
    assertThat(Spike.of(burst(9, 4), LONG_AGO, NOW, Sensitivity.NORMAL))
        .contains(new Spike(Duration.ofHours(1), 9, 4, 0));
  }

  @Test
  void fewStoriesOrFewSourcesAreNone() {
    assertThat(isSpike(burst(4, 4), LONG_AGO)).isFalse();
    assertThat(isSpike(burst(9, 2), LONG_AGO)).isFalse();
  }

  @Test
  void oneStoryToldByAllIsOneStory() {
    List<Mention> copies =
        burst(12, 12).stream().map(m -> new Mention(m.at(), m.source(), 1)).toList();
    assertThat(isSpike(copies, LONG_AGO)).isFalse();
  }

  @Test
  void whatIsSoEveryDayIsNone() {
    List<Mention> mentions = new ArrayList<>(burst(9, 4));
    for (int day = 1; day <= 14; day++) {
      for (Mention mention : burst(9, 4)) {
        mentions.add(
            new Mention(
                mention.at().minus(Duration.ofDays(day)), mention.source(), mentions.size()));
      }
    }
    assertThat(isSpike(mentions, LONG_AGO)).isFalse();
  }

  @Test
  void aWatchOfYesterdayHasNothingToCompareWith() {
    assertThat(isSpike(burst(50, 9), NOW.minus(Duration.ofDays(3)))).isFalse();
    assertThat(isSpike(burst(50, 9), NOW.minus(Duration.ofDays(5)))).isTrue();
  }

  @Test
  void noneIsToldWhereItIsTurnedOff() {
    assertThat(Spike.of(burst(50, 9), LONG_AGO, NOW, Sensitivity.OFF)).isEmpty();
  }

  /** Said in README.md of the usual sensitivity. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 2})
  void aGeneratedMonthHasHardlyAFalseAlarmAndEventsAreToldWithinAnHourOrSo(double storiesAnHour) {
    SpikeSimulation.Result result = SpikeSimulation.run(Sensitivity.NORMAL, storiesAnHour, 2);
    assertThat(result.falseAWeek()).isLessThan(0.2);
    assertThat(result.minutes()).hasSizeGreaterThanOrEqualTo(result.events() * 2 / 3);
    assertThat(result.median()).isLessThanOrEqualTo(75);
  }
}
