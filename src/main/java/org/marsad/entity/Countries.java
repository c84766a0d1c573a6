package org.marsad.entity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.marsad.text.Folding;
import org.marsad.text.Token;

/** Adds the names, people and cities of countries to the lexicon. */
final class Countries {
  private static final List<String> ARABIC_ENDINGS =
      List.of("", "ة", "ون", "ين", "ات", "ان", "تان", "تين", "ا");

  private final Compiled compiled;

  Countries(Compiled compiled) {
    this.compiled = compiled;
  }

  /** The ids of all countries. */
  static Set<String> ids() {
    return Words.countries().keySet();
  }

  /** Adds those of the table: id, then names, people and cities. */
  void add(Map<String, Map<String, List<Object>>> countries) {
    for (Map.Entry<String, Map<String, List<Object>>> country : countries.entrySet()) {
      int number = compiled.subject(country.getKey());
      Map<String, List<Object>> table = country.getValue();
      spellings(table, "names").forEach(name -> compiled.lexicon.add(name, Role.COUNTRY, number));
      spellings(table, "cities").forEach(city -> compiled.lexicon.add(city, Role.CITY, number));
      spellings(table, "people").forEach(people -> people(people, number));
    }
  }

  private static List<String> spellings(Map<String, List<Object>> table, String key) {
    return Words.expand(table.getOrDefault(key, List.of()));
  }

  private void people(String people, int number) {
    boolean arabic = Folding.fold(people).tokens().get(0).isArabic();
    if (!arabic) {
      compiled.lexicon.add(people, Role.PEOPLE, number);
      compiled.lexicon.add(people + "s", Role.PEOPLE, number);
      return;
    }
    List<String> endings = people.endsWith("ي") ? ARABIC_ENDINGS : List.of("");
    for (String ending : endings) {
      String word = people + ending;
      compiled.lexicon.add(word, Role.PEOPLE, number);
      if (isOneWord(word) && !word.startsWith("ال")) {
        compiled.lexicon.add("ال" + word, Role.PEOPLE, number);
      }
    }
  }

  private static boolean isOneWord(String text) {
    List<Token> tokens = Folding.fold(text).tokens();
    return tokens.size() == 1;
  }
}
