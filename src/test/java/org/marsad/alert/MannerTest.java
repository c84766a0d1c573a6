package org.marsad.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a chat is told of an item, by what it wants and by the time. */
class MannerTest {
  private static final ZoneId CAIRO = ZoneId.of("Africa/Cairo");
  private static final Instant NOON = Instant.parse("2026-03-03T10:00:00Z");
  private static final Instant MIDNIGHT = Instant.parse("2026-03-03T22:00:00Z");
  private static final QuietHours NIGHT = QuietHours.read("22-7").orElseThrow();
  private static final Manner.Hit INSTANT = hit(Urgency.INSTANT);
  private static final Manner.Hit MUTED = new Manner.Hit(Urgency.URGENT, true, false);
  private static final Manner.Hit CROWDED = new Manner.Hit(Urgency.INSTANT, false, true);

  private static Manner.Hit hit(Urgency urgency) {
    return new Manner.Hit(urgency, false, false);
  }

  private static Manner.Wishes wishes(@Nullable QuietHours quiet, boolean breaks) {
    return new Manner.Wishes("", null, CAIRO, quiet, breaks, TimesOfDay.read("8 20"));
  }

  private static Manner.Wishes muted(Manner.Muting muting, @Nullable QuietHours quiet) {
    return new Manner.Wishes("", muting, CAIRO, quiet, true, TimesOfDay.read("8"));
  }

  private static Entry.Way decide(Instant now, Manner.Hit... hits) {
    return Manner.decide(wishes(NIGHT, true), List.of(hits), now);
  }

  @Test
  void theMostUrgentWatchCounts() {
    assertThat(decide(NOON, hit(Urgency.DIGEST), hit(Urgency.SILENT)))
        .isEqualTo(new Entry.Way(Priority.INSTANT, true, NOON, ""));
    assertThat(decide(NOON, hit(Urgency.SILENT), INSTANT))
        .isEqualTo(new Entry.Way(Priority.INSTANT, false, NOON, ""));
    assertThat(decide(NOON, INSTANT, hit(Urgency.URGENT)))
        .isEqualTo(new Entry.Way(Priority.URGENT, false, NOON, ""));
  }

  @Test
  void theDigestComesAtItsNextTimeInTheChatsZone() {
    assertThat(decide(NOON, hit(Urgency.DIGEST)).hold())
        .isEqualTo(new Entry.Hold(Entry.Held.DIGEST, Instant.parse("2026-03-03T18:00:00Z")));
  }

  @Test
  void quietHoursHoldBackUntilTheyEndAndUrgentBreaksThrough() {
    assertThat(decide(MIDNIGHT, INSTANT).hold())
        .isEqualTo(new Entry.Hold(Entry.Held.QUIET, Instant.parse("2026-03-04T05:00:00Z")));
    assertThat(decide(MIDNIGHT, hit(Urgency.URGENT)).hold()).isNull();
    assertThat(Manner.decide(wishes(NIGHT, false), List.of(hit(Urgency.URGENT)), MIDNIGHT).hold())
        .isNotNull();
    assertThat(Manner.decide(wishes(null, true), List.of(INSTANT), MIDNIGHT).hold()).isNull();
  }

  @Test
  void whatIsMutedIsKeptWithItsReason() {
    Manner.Wishes source =
        muted(new Manner.Muting("muted: the source", NOON.plusSeconds(60)), null);
    assertThat(Manner.decide(source, List.of(hit(Urgency.URGENT)), NOON).suppressed())
        .isEqualTo("muted: the source");
    assertThat(decide(NOON, MUTED).suppressed()).isEqualTo("muted: the watch");
    assertThat(decide(NOON, MUTED, INSTANT))
        .isEqualTo(new Entry.Way(Priority.INSTANT, false, NOON, ""));
  }

  @Test
  void whatIsTooMuchInAnHourComesAtItsEndUnlessItIsUrgent() {
    assertThat(decide(NOON.plusSeconds(60), CROWDED).hold())
        .isEqualTo(new Entry.Hold(Entry.Held.CAP, Instant.parse("2026-03-03T11:00:00Z")));
    assertThat(decide(NOON, CROWDED, INSTANT).hold()).isNull();
    assertThat(decide(NOON, new Manner.Hit(Urgency.URGENT, false, true)).hold()).isNull();
  }

  private static void notice(Manner.Wishes chat, Urgency about, Manner.When when, Instant due) {
    Manner.Notice notice = Manner.notice(chat, List.of(hit(about)), due(when));
    assertThat(notice.when()).isEqualTo(when);
    assertThat(notice.way().due()).isEqualTo(due);
  }

  private static Instant due(Manner.When when) {
    return when == Manner.When.AFTER_QUIET_HOURS ? MIDNIGHT : NOON;
  }

  @Test
  void aNoticeIsAsUrgentAsWhatItIsAboutAndWaitsForTheEndOfQuietHours() {
    Manner.Wishes chat = wishes(NIGHT, true);
    Instant morning = Instant.parse("2026-03-04T05:00:00Z");
    notice(chat, Urgency.INSTANT, Manner.When.NOW, NOON);
    notice(chat, Urgency.URGENT, Manner.When.NOW, NOON);
    notice(chat, Urgency.SILENT, Manner.When.SILENTLY, NOON);
    notice(chat, Urgency.DIGEST, Manner.When.SILENTLY, NOON);
    notice(chat, Urgency.INSTANT, Manner.When.AFTER_QUIET_HOURS, morning);
    notice(chat, Urgency.SILENT, Manner.When.AFTER_QUIET_HOURS, morning);
    notice(wishes(NIGHT, false), Urgency.URGENT, Manner.When.AFTER_QUIET_HOURS, morning);
    Manner.Notice urgent = Manner.notice(chat, List.of(hit(Urgency.URGENT)), MIDNIGHT);
    assertThat(urgent.when()).isEqualTo(Manner.When.NOW);
    assertThat(urgent.way().priority()).isEqualTo(Priority.URGENT);
    assertThat(Manner.notice(chat, List.of(hit(Urgency.SILENT)), NOON).way().silent()).isTrue();
  }

  @Test
  void aNoticeWaitsForTheEndOfAMuteAndIsNotToldWhereItHasNone() {
    Instant hence = NOON.plusSeconds(3600);
    notice(
        muted(new Manner.Muting("muted: everything", hence), NIGHT),
        Urgency.INSTANT,
        Manner.When.AFTER_THE_MUTE,
        hence);
    Manner.Wishes intoTheNight = muted(new Manner.Muting("muted: everything", MIDNIGHT), NIGHT);
    assertThat(Manner.notice(intoTheNight, List.of(INSTANT), NOON).way().due())
        .isEqualTo(Instant.parse("2026-03-04T05:00:00Z"));
    Manner.Wishes forEver = muted(new Manner.Muting("muted: everything", null), NIGHT);
    assertThat(Manner.notice(forEver, List.of(INSTANT), NOON).way().suppressed())
        .isEqualTo("muted: everything");
    assertThat(Manner.notice(wishes(NIGHT, true), List.of(MUTED), NOON).when())
        .isEqualTo(Manner.When.NOT);
    Manner.Wishes paused =
        new Manner.Wishes("the chat is paused", null, CAIRO, null, true, TimesOfDay.read("8"));
    assertThat(Manner.notice(paused, List.of(INSTANT), NOON).way().suppressed())
        .isEqualTo("the chat is paused");
  }

  @ParameterizedTest
  @CsvSource({
    "22-7, 2026-03-03T19:59:00Z, ",
    "22-7, 2026-03-03T20:00:00Z, 2026-03-04T05:00:00Z",
    "22-7, 2026-03-04T04:59:00Z, 2026-03-04T05:00:00Z",
    "22-7, 2026-03-04T05:00:00Z, ",
    "13:30-15, 2026-03-03T12:00:00Z, 2026-03-03T13:00:00Z",
    // the clock goes from 24:00 to 01:00 on 24 April, and back on 30 October
    "22-7, 2026-04-23T21:00:00Z, 2026-04-24T04:00:00Z",
    "23-0:30, 2026-04-23T21:30:00Z, 2026-04-23T22:30:00Z",
    "22-7, 2026-10-29T20:30:00Z, 2026-10-30T05:00:00Z",
  })
  void quietHoursSpanMidnightAndChangesOfTheClock(
      String hours, Instant now, @Nullable Instant end) {
    assertThat(QuietHours.read(hours).orElseThrow().endAfter(now, CAIRO).orElse(null))
        .isEqualTo(end);
  }

  @Test
  void aDigestComesOnceADayAlsoWhenTheClockIsPutBackOrForward() {
    List<LocalTime> times = TimesOfDay.read("0:30");
    Instant moment = Instant.parse("2026-04-22T12:00:00Z");
    for (String expected :
        List.of("2026-04-22T22:30:00Z", "2026-04-23T22:30:00Z", "2026-04-24T21:30:00Z")) {
      moment = TimesOfDay.next(times, moment, CAIRO);
      assertThat(moment).isEqualTo(expected);
    }
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    List<LocalTime> twice = TimesOfDay.read("2:30");
    Instant first = TimesOfDay.next(twice, Instant.parse("2026-10-24T22:00:00Z"), berlin);
    assertThat(first).isEqualTo("2026-10-25T00:30:00Z");
    assertThat(TimesOfDay.next(twice, first, berlin)).isEqualTo("2026-10-26T01:30:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "22-7, 22:00 07:00",
    "'٢٢:٣٠ إلى ٧', 22:30 07:00",
    "'من 22 حتى 7', 22:00 07:00",
    "8 و 18:30, 08:00 18:30",
    "24 - 6, 00:00 06:00",
  })
  void timesAreReadAsTheyAreTyped(String typed, String times) {
    assertThat(TimesOfDay.written(TimesOfDay.read(typed))).isEqualTo(times);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "night", "25-7", "22:75 7", "22 7 sometimes", "-"})
  void whatIsNoTimeIsNotTakenForOne(String typed) {
    assertThat(TimesOfDay.read(typed)).isEmpty();
  }
}
