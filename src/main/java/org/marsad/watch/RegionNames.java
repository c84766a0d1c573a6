package org.marsad.watch;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Languages and countries by their codes and by their names in Arabic, English and French, as CLDR
 * has them. Pure functions.
 */
final class RegionNames {
  private static final List<ULocale> TONGUES =
      List.of(new ULocale("ar"), ULocale.ENGLISH, ULocale.FRENCH);
  private static final String INTERNATIONAL = "int";

  private static final Map<String, String> LANGUAGES =
      names(ULocale.getISOLanguages(), code -> tongue -> ULocale.getDisplayLanguage(code, tongue));
  private static final Map<String, String> COUNTRIES = countries();

  private RegionNames() {}

  /** The ISO 639-1 code of a language. */
  static Optional<String> language(String name) {
    return Optional.ofNullable(LANGUAGES.get(key(name)));
  }

  /** The ISO 3166-1 alpha-2 code of a country in lower case, or {@code int}. */
  static Optional<String> country(String name) {
    return Optional.ofNullable(COUNTRIES.get(key(name)));
  }

  /** What Arabic calls each country. */
  static List<String> countriesInArabic() {
    return Arrays.stream(ULocale.getISOCountries())
        .map(code -> ULocale.getDisplayCountry("und_" + code, TONGUES.get(0)))
        .toList();
  }

  private static Map<String, String> countries() {
    Map<String, String> names =
        new HashMap<>(
            names(
                ULocale.getISOCountries(),
                code -> tongue -> ULocale.getDisplayCountry("und_" + code, tongue)));
    for (String name : List.of(INTERNATIONAL, "international", "دولي")) {
      names.put(key(name), INTERNATIONAL);
    }
    return Map.copyOf(names);
  }

  private static Map<String, String> names(
      String[] codes, Function<String, Function<ULocale, String>> name) {
    Map<String, String> names = new HashMap<>();
    for (String code : codes) {
      String lower = code.toLowerCase(Locale.ROOT);
      TONGUES.forEach(tongue -> names.putIfAbsent(key(name.apply(code).apply(tongue)), lower));
    }
    for (String code : codes) {
      names.put(key(code), code.toLowerCase(Locale.ROOT));
    }
    return Map.copyOf(names);
  }

  /** Without article and feminine ending: عربي, عربية and العربية are one language. */
  private static String key(String name) {
    String folded = Spelling.folded(name);
    int start = folded.startsWith("ال") && folded.length() > 4 ? 2 : 0;
    int end = folded.length() - (folded.endsWith("يه") && folded.length() - start > 3 ? 1 : 0);
    return folded.substring(start, end);
  }
}
