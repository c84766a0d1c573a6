package org.marsad.chat;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.marsad.alert.Phrases;
import org.marsad.text.Language;

/** Time zones by the names people give them (CLDR's cities and countries). Pure functions. */
final class ZoneNames {
  /** Where most of those who read Arabic news live. */
  static final List<ZoneId> LIKELY =
      List.of(
          ZoneId.of("Africa/Tripoli"),
          ZoneId.of("Africa/Khartoum"),
          ZoneId.of("Africa/Cairo"),
          ZoneId.of("Asia/Riyadh"),
          ZoneId.of("Asia/Dubai"),
          ZoneId.of("Asia/Qatar"),
          ZoneId.of("Asia/Baghdad"),
          ZoneId.of("Asia/Beirut"),
          ZoneId.of("Asia/Amman"),
          ZoneId.of("Africa/Tunis"),
          ZoneId.of("Africa/Algiers"),
          ZoneId.of("Africa/Casablanca"),
          ZoneId.of("Europe/Istanbul"),
          ZoneId.of("Europe/London"),
          ZoneId.of("Europe/Paris"),
          ZoneId.of("America/New_York"));

  private static final List<Language> LANGUAGES = List.of(Language.AR, Language.EN);
  private static final Pattern OFFSET =
      Pattern.compile("(?i)(?:utc|gmt)?\\s*([+-])\\s*(\\p{Nd}{1,2})(?::(\\p{Nd}{2}))?");

  private ZoneNames() {}

  /** What a zone is called in a language: its city, or the id where CLDR names none. */
  static String name(ZoneId zone, Language language) {
    String city = city(zone.getId(), Phrases.locale(language));
    return city.isEmpty() ? zone.getId() : city;
  }

  private static String city(String id, ULocale locale) {
    String city =
        TimeZoneNames.getInstance(locale).getExemplarLocationName(TimeZone.getCanonicalID(id));
    return city == null ? "" : city;
  }

  /**
   * The zones a typed text may mean: an offset, an id, a city, or a country with all its zones.
   * Empty if nobody knows it.
   */
  static List<ZoneId> find(String typed) {
    Optional<ZoneId> exact = offset(typed).or(() -> byId(typed));
    if (exact.isPresent()) {
      return List.of(exact.get());
    }
    String wanted = Spelling.folded(typed);
    List<String> known =
        TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, null, null).stream()
            .filter(ZoneId.getAvailableZoneIds()::contains)
            .sorted(Comparator.naturalOrder())
            .toList();
    Set<String> found = new LinkedHashSet<>();
    known.stream().filter(id -> isCity(id, wanted)).forEach(found::add);
    if (found.isEmpty()) {
      known.stream().filter(id -> isCountry(id, wanted)).forEach(found::add);
    }
    return wanted.isEmpty() ? List.of() : found.stream().map(ZoneId::of).toList();
  }

  private static Optional<ZoneId> offset(String typed) {
    Matcher offset = OFFSET.matcher(typed.strip().replace('−', '-'));
    if (!offset.matches()) {
      return Optional.empty();
    }
    String minutes = offset.group(3) == null ? "00" : offset.group(3);
    String text =
        String.format(
            Locale.ROOT,
            "UTC%s%02d:%02d",
            offset.group(1),
            Integer.parseInt(offset.group(2)),
            Integer.parseInt(minutes));
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<ZoneId> byId(String typed) {
    String id = typed.strip().replace(' ', '_');
    return ZoneId.getAvailableZoneIds().stream()
        .filter(known -> known.contains("/") && known.equalsIgnoreCase(id))
        .findFirst()
        .map(ZoneId::of);
  }

  private static boolean isCity(String id, String wanted) {
    return LANGUAGES.stream()
        .anyMatch(language -> Spelling.folded(city(id, Phrases.locale(language))).equals(wanted));
  }

  private static boolean isCountry(String id, String wanted) {
    List<String> names = new ArrayList<>();
    for (Language language : LANGUAGES) {
      names.add(
          ULocale.getDisplayCountry("und-" + TimeZone.getRegion(id), Phrases.locale(language)));
    }
    return names.stream().anyMatch(name -> Spelling.folded(name).equals(wanted));
  }
}
