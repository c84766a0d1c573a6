package org.marsad.feed;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names of the Gregorian months: English, and Arabic as said in the Levant, in Egypt and the
 * Gulf, in Tunisia and Algeria, and in Morocco; with the spellings met in feeds.
 */
final class Months {
  private static final List<String> NAMES =
      List.of(
          "january jan يناير جانفي كانون_الثاني كانون_ثاني ك2 janvier janv",
          "february feb فبراير فيفري شباط février fevrier fév fev",
          "march mar مارس آذار اذار أذار mars märz",
          "april apr أبريل ابريل إبريل أفريل افريل نيسان avril avr",
          "may mayo مايو ماي أيار ايار آيار mai",
          "june jun يونيو يونيه يونية جوان حزيران juin juni",
          "july jul يوليو يوليه يولية يوليوز جويلية تموز juillet juil juli",
          "august aug أغسطس اغسطس أوت اوت غشت آب août aout",
          "september sep sept سبتمبر شتنبر أيلول ايلول septembre",
          "october oct أكتوبر اكتوبر تشرين_الأول تشرين_الاول تشرين_أول ت1 octobre okt",
          "november nov نوفمبر نونبر تشرين_الثاني تشرين_ثاني تشرين_الثانى ت2 novembre",
          "december dec ديسمبر دجنبر كانون_الأول كانون_الاول كانون_أول ك1 décembre decembre déc dez");
  private static final Map<String, Integer> NUMBERS = numbers();

  private Months() {}

  private static Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new HashMap<>();
    for (int month = 0; month < NAMES.size(); month++) {
      for (String name : NAMES.get(month).split(" ")) {
        numbers.put(name, month + 1);
      }
    }
    numbers.put("كانون_الثانى", 1);
    return Map.copyOf(numbers);
  }

  /** 1 to 12, or null; a name of two words is joined by an underscore. */
  static @Nullable Integer number(String name) {
    return NUMBERS.get(name.toLowerCase(Locale.ROOT));
  }
}
