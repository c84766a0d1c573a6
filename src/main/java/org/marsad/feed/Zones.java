package org.marsad.feed;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The zones that dates in feeds name: offsets, the abbreviations of RFC 822 and a few others. */
final class Zones {
  private static final Pattern OFFSET =
      Pattern.compile("(?:GMT|UTC|UT)?([+-])(\\d{1,2}):?(\\d{2})?(?::?\\d{2})?");
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("Z", "+0"),
          Map.entry("GMT", "+0"),
          Map.entry("UTC", "+0"),
          Map.entry("UT", "+0"),
          Map.entry("WET", "+0"),
          Map.entry("EDT", "-4"),
          Map.entry("EST", "-5"),
          Map.entry("CDT", "-5"),
          Map.entry("CST", "-6"),
          Map.entry("MDT", "-6"),
          Map.entry("MST", "-7"),
          Map.entry("PDT", "-7"),
          Map.entry("PST", "-8"),
          Map.entry("AST", "-4"),
          Map.entry("ADT", "-3"),
          Map.entry("BST", "+1"),
          Map.entry("CET", "+1"),
          Map.entry("CEST", "+2"),
          Map.entry("EET", "+2"),
          Map.entry("CAT", "+2"),
          Map.entry("EEST", "+3"),
          Map.entry("EAT", "+3"),
          Map.entry("MSK", "+3"),
          Map.entry("GST", "+4"),
          Map.entry("JST", "+9"),
          Map.entry("غرينتش", "+0"),
          Map.entry("جرينتش", "+0"),
          Map.entry("غرينيتش", "+0"),
          Map.entry("مكة", "+3"));

  private Zones() {}

  /** A country's only zone by CLDR, else UTC. */
  static ZoneId ofCountry(String code) {
    Set<String> zones =
        code.length() == 2
            ? TimeZone.getAvailableIDs(
                SystemTimeZoneType.CANONICAL_LOCATION, code.toUpperCase(Locale.ROOT), null)
            : Set.of();
    ZoneId only = zones.size() == 1 ? region(zones.iterator().next()) : null;
    return only == null ? ZoneOffset.UTC : only;
  }

  /** The zone this word names, or null. */
  static @Nullable ZoneId named(String word) {
    String name = word.toUpperCase(Locale.ROOT);
    Matcher offset = OFFSET.matcher(NAMED.getOrDefault(name, name));
    if (offset.matches()) {
      return offset(offset);
    }
    return word.indexOf('/') > 0 ? region(word) : null;
  }

  private static @Nullable ZoneId offset(Matcher matcher) {
    int hours = Integer.parseInt(matcher.group(2));
    int minutes = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
    int seconds = (hours * 60 + minutes) * 60;
    if (minutes > 59 || seconds > ZoneOffset.MAX.getTotalSeconds()) {
      return null;
    }
    return ZoneOffset.ofTotalSeconds(matcher.group(1).equals("-") ? -seconds : seconds);
  }

  private static @Nullable ZoneId region(String word) {
    try {
      return ZoneId.of(word);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
