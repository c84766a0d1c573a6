package org.marsad.alert;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.AbsoluteUnit;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeUnit;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.marsad.text.Language;

/** Moments as a chat reads them: in its language and zone, by CLDR's rules. Pure functions. */
public final class Times {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  /** Making one costs more than a whole alert; they are thread-safe. */
  private static final Map<Language, RelativeDateTimeFormatter> APART =
      Stream.of(Language.values())
          .collect(
              Collectors.toUnmodifiableMap(
                  language -> language,
                  language -> RelativeDateTimeFormatter.getInstance(Phrases.locale(language))));

  private Times() {}

  /** How long ago it was: «قبل دقيقتين»; "now" for less than a minute and for the future. */
  public static String ago(Language language, Instant then, Instant now) {
    return apart(language, Duration.between(then, now), Direction.LAST);
  }

  /** In how long it is: «خلال دقيقتين»; "now" for less than a minute and for the past. */
  public static String until(Language language, Instant then, Instant now) {
    return apart(language, Duration.between(now, then), Direction.NEXT);
  }

  private static String apart(Language language, Duration passed, Direction direction) {
    RelativeDateTimeFormatter words = Objects.requireNonNull(APART.get(language));
    if (passed.compareTo(MINUTE) < 0) {
      return words.format(Direction.PLAIN, AbsoluteUnit.NOW);
    }
    if (passed.compareTo(HOUR) < 0) {
      return words.format(passed.toMinutes(), direction, RelativeUnit.MINUTES);
    }
    return passed.compareTo(DAY) < 0
        ? words.format(passed.toHours(), direction, RelativeUnit.HOURS)
        : words.format(passed.toDays(), direction, RelativeUnit.DAYS);
  }

  /** The time of the day, with the date where it is not today, and the year where it is another. */
  public static String at(Language language, ZoneId zone, Instant then, Instant now) {
    ZonedDateTime local = then.atZone(zone);
    String clock = CLOCK.format(local);
    LocalDate today = now.atZone(zone).toLocalDate();
    if (local.toLocalDate().equals(today)) {
      return clock;
    }
    String parts = local.getYear() == today.getYear() ? "dMMMM" : "yMMMMd";
    return date(Phrases.locale(language), parts, local.toLocalDate())
        + (language == Language.EN ? ", " : "، ")
        + clock;
  }

  private static String date(ULocale locale, String parts, LocalDate date) {
    DateFormat format = DateFormat.getInstanceForSkeleton(parts, locale);
    format.setTimeZone(TimeZone.GMT_ZONE);
    return format.format(Date.from(date.atStartOfDay().toInstant(ZoneOffset.UTC)));
  }
}
