package org.marsad.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as feeds write them: RFC 822 with its usual faults, ISO 8601, Arabic month names and
 * digits, day/month/year in numbers. Pure functions. What is plausible is not decided here.
 */
public final class FeedDate {
  private static final Pattern TIME =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:[.,:]\\d+)?)?"
              + "(?:\\s*(am|pm|a\\.m\\.?|p\\.m\\.?|صباحا|صباحًا|مساء|مساءً|ص|م)(?!\\p{L}))?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OFFSET =
      Pattern.compile("(?:GMT|UTC|UT)?\\s*([+-]\\d{1,2}:?(?:\\d{2})?(?::\\d{2})?)(?![\\d/:-])");
  private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{M}_/.0-9]*");
  private static final Pattern TWO_WORD_MONTH =
      Pattern.compile("(كانون|تشرين)\\s+(ال[أا]ول|الثان[يى]|أول|ثاني)");
  private static final Pattern COMPACT =
      Pattern.compile(
          "(\\d{4})(\\d{2})(\\d{2})(?:T?(\\d{2}):?(\\d{2})(?::?(\\d{2})(?:[.,]\\d+)?)?)?(.*)");

  private FeedDate() {}

  /**
   * The moment this text means, or null if it means none.
   *
   * @param zone that of a date which names none
   */
  public static @Nullable Instant parse(String text, ZoneId zone) {
    try {
      return read(clean(text), zone);
    } catch (DateTimeException | NumberFormatException e) {
      return null; // a month 13, a year of twelve digits: no date
    }
  }

  /** ASCII digits, no invisible marks, months of two words joined. */
  private static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .limit(200)
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .map(c -> c == '\u2212' || c == '\u2013' ? '-' : c == '\u060c' || c == '\u00a0' ? ' ' : c)
        .forEach(clean::appendCodePoint);
    return TWO_WORD_MONTH.matcher(clean.toString().strip()).replaceAll("$1_$2");
  }

  private static @Nullable Instant read(String text, ZoneId zone) {
    Matcher compact = COMPACT.matcher(text);
    if (compact.matches() && !text.startsWith("-", 4)) {
      return compact(compact, zone);
    }
    Matcher time = TIME.matcher(text);
    boolean timed = time.find();
    // What follows the time names the zone; what is before and after it names the day.
    String after = timed ? text.substring(time.end()) : "";
    String rest = timed ? text.substring(0, time.start()) + " " + after : text;
    Matcher offset = OFFSET.matcher(after);
    boolean shifted = offset.find();
    if (shifted) {
      String around = after.substring(0, offset.start()) + " " + after.substring(offset.end());
      rest = text.substring(0, time.start()) + " " + around;
    }
    LocalDate day = Days.find(rest);
    if (day == null) {
      return null;
    }
    ZoneId named = shifted ? Zones.named(offset.group(1)) : zoneWord(timed ? after : rest);
    LocalDateTime local =
        timed ? day.atStartOfDay().plusSeconds(seconds(time)) : day.atStartOfDay();
    return local.atZone(named == null ? zone : named).toInstant();
  }

  private static @Nullable Instant compact(Matcher matcher, ZoneId zone) {
    LocalDate day =
        LocalDate.of(number(matcher, 1, 0), number(matcher, 2, 1), number(matcher, 3, 1));
    LocalTime time =
        LocalTime.of(number(matcher, 4, 0), number(matcher, 5, 0), number(matcher, 6, 0));
    ZoneId named = Zones.named(matcher.group(7).strip());
    return day.atTime(time).atZone(named == null ? zone : named).toInstant();
  }

  /** Seconds of the day. Programs that add without carrying write 24:00, 30:15 or 12:61. */
  private static long seconds(Matcher time) {
    int hour = number(time, 1, 0);
    int minute = number(time, 2, 0);
    int second = number(time, 3, 0);
    if (hour >= 48) {
      throw new DateTimeException("no time of day");
    }
    String half = time.group(4);
    if (half != null && hour <= 12) {
      boolean afternoon = half.startsWith("p") || half.startsWith("P") || half.startsWith("م");
      hour = hour % 12 + (afternoon ? 12 : 0);
    }
    return (hour * 60L + minute) * 60 + second;
  }

  private static @Nullable ZoneId zoneWord(String text) {
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      ZoneId zone = Zones.named(words.group());
      if (zone != null) {
        return zone;
      }
    }
    return null;
  }

  private static int number(Matcher matcher, int group, int otherwise) {
    return matcher.group(group) == null ? otherwise : Integer.parseInt(matcher.group(group));
  }
}
