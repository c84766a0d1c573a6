package org.marsad.feed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the day in what a date says beside its time and zone. */
final class Days {
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(?<!\\d)(\\d{4})(?:[-/.](\\d{1,2})(?:[-/.](\\d{1,2})(?!\\d))?)?(?!\\d)");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(?<!\\d)(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2})(?!\\d)");
  private static final Pattern ORDINAL = Pattern.compile("(?<!\\d)(\\d{4})-(\\d{3})(?!\\d)");
  private static final Pattern TOKEN = Pattern.compile("\\d+|[\\p{L}_][\\p{L}\\p{M}_]*[12]?");

  private Days() {}

  static @Nullable LocalDate find(String text) {
    LocalDate named = byName(text);
    if (named != null) {
      return named;
    }
    Matcher ordinal = ORDINAL.matcher(text);
    if (ordinal.find()) {
      return LocalDate.ofYearDay(number(ordinal, 1), number(ordinal, 2));
    }
    Matcher dayFirst = DAY_FIRST.matcher(text);
    if (dayFirst.find()) {
      return dayFirst(number(dayFirst, 1), number(dayFirst, 2), number(dayFirst, 3));
    }
    Matcher yearFirst = YEAR_FIRST.matcher(text);
    return yearFirst.find()
        ? carried(number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3))
        : null;
  }

  /** Day before month, as the Arab world and most others write, unless that cannot be. */
  private static LocalDate dayFirst(int first, int second, int year) {
    return second > 12 ? day(year, first, second) : day(year, second, first);
  }

  private static @Nullable LocalDate byName(String text) {
    Integer month = null;
    List<String> numbers = new ArrayList<>();
    Matcher tokens = TOKEN.matcher(text);
    while (tokens.find()) {
      String token = tokens.group();
      if (Character.isDigit(token.charAt(0))) {
        numbers.add(token);
      } else if (month == null) {
        month = month(token);
      }
    }
    if (month == null || numbers.size() < 2) {
      return null;
    }
    boolean yearLeads = numbers.get(0).length() == 4;
    int year = Integer.parseInt(numbers.get(yearLeads ? 0 : 1));
    return day(year, month, Integer.parseInt(numbers.get(yearLeads ? 1 : 0)));
  }

  /** Also of a month written longer or with a fault, by its first three Latin letters. */
  private static @Nullable Integer month(String word) {
    Integer month = Months.number(word);
    boolean latin = word.length() > 3 && word.charAt(0) < 0x250;
    return month == null && latin ? Months.number(word.substring(0, 3)) : month;
  }

  /** A day past the month's end runs into the next month; two digits of a year mean 1970–2069. */
  private static LocalDate day(int year, int month, int day) {
    int full = year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year;
    if (day > 31) {
      throw new java.time.DateTimeException("no such day");
    }
    return LocalDate.of(full, Math.max(1, month), 1).plusDays(Math.max(1, day) - 1L);
  }

  /** Programs that add without carrying write a month 13 or a day 32. */
  private static LocalDate carried(int year, int month, int day) {
    return month == 13
        ? carried(year + 1, 1, day)
        : day == 32 ? day(year, month, 31).plusDays(1) : day(year, month, day);
  }

  private static int number(Matcher matcher, int group) {
    return matcher.group(group) == null ? 1 : Integer.parseInt(matcher.group(group));
  }
}
