package org.marsad.alert;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Times of the day in a chat's zone. Pure functions. */
public final class TimesOfDay {
  /** A half of the day may stand behind a time: «٧ صباحًا», "10 pm". */
  private static final Pattern TIME =
      Pattern.compile(
          "(?i)(\\p{Nd}{1,2})(?:[:.٫](\\p{Nd}{2}))?"
              + "(?:\\s*(?:(?<morning>صباحا|فجرا|ص|am)|(?<evening>مساء|عصرا|ظهرا|م|pm)|(?<night>ليلا))(?!\\p{L}))?");

  private static final Pattern VOWELS = Pattern.compile("[\\u064B-\\u0652]");
  private static final Pattern BETWEEN =
      Pattern.compile("[\\s,،–-]|إلى|الى|حتى|من|و|to|and|until|from");
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private TimesOfDay() {}

  /**
   * The times a text holds, as typed: «8», "08:30", «٢٠:٠٠», «١٠ مساءً»; empty if there is anything
   * else in it, or a time that no clock shows.
   */
  public static List<LocalTime> read(String text) {
    List<LocalTime> times = new ArrayList<>();
    Matcher time = TIME.matcher(VOWELS.matcher(text).replaceAll(""));
    while (time.find()) {
      int hour = hour(time);
      int minute = time.group(2) == null ? 0 : Integer.parseInt(time.group(2));
      if (hour < 0 || hour > 24 || minute > 59 || hour == 24 && minute > 0) {
        return List.of();
      }
      times.add(LocalTime.of(hour % 24, minute));
    }
    String rest = BETWEEN.matcher(time.replaceAll(" ")).replaceAll("");
    return rest.isEmpty() ? List.copyOf(times) : List.of();
  }

  /** The hour of the day; below 0 for one that its half of the day does not have. */
  private static int hour(Matcher time) {
    int hour = Integer.parseInt(time.group(1));
    boolean morning = time.group("morning") != null;
    boolean evening = time.group("evening") != null;
    boolean night = time.group("night") != null;
    if (!morning && !evening && !night) {
      return hour;
    }
    if (hour < 1 || hour > 12) {
      return -1;
    }
    boolean late = evening || night && hour >= 6 && hour < 12;
    return hour % 12 + (late ? 12 : 0);
  }

  /** The times as they are stored and shown: {@code 08:00 20:00}. */
  public static String written(List<LocalTime> times) {
    return times.stream().map(CLOCK::format).collect(Collectors.joining(" "));
  }

  /**
   * The first moment after another at which a clock of this zone shows one of the times. A time the
   * clock skips counts when it was skipped; one it shows twice counts the first time only.
   *
   * @param times at least one
   */
  public static Instant next(List<LocalTime> times, Instant after, ZoneId zone) {
    ZonedDateTime today = after.atZone(zone);
    List<Instant> moments = new ArrayList<>();
    for (int days = 0; days <= 2; days++) {
      for (LocalTime time : times) {
        moments.add(ZonedDateTime.of(today.toLocalDate().plusDays(days), time, zone).toInstant());
      }
    }
    return moments.stream()
        .filter(moment -> moment.isAfter(after))
        .min(Instant::compareTo)
        .orElseThrow();
  }
}
