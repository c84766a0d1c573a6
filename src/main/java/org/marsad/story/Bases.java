package org.marsad.story;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.marsad.text.Proclitics;
import org.marsad.text.Reading;
import org.marsad.text.Token;

/**
 * What a word may be an inflection of: without clitics, article, endings and the letters of the
 * present tense. For comparing words with each other, not for understanding one. Pure functions.
 */
final class Bases {
  static final String ARTICLE = "ال";

  private static final int MIN = 3;
  private static final int MIN_POSSESSED = 6;
  private static final List<String> POSSESSED = List.of("ها", "هم", "هما", "هن");
  private static final String[] ARABIC = {
    "ا", "ه", "ت", "ي", "ها", "هم", "هن", "ان", "ين", "ون", "ات", "وا", "ته", "تها", "تهم", "يه",
    "يا", "تان", "تين", "نا", "هما", "اته", "اتها", "اتهم", "يين", "يون", "يات", "ون", "تا", "و"
  };

  /** Before them a verb has lost its last letter: «التقت», «ألغوا». */
  private static final Set<String> DEFECTIVE = Set.of("ت", "وا", "ون", "تا");

  /** Before them a noun's last letter was ه: «رحلته» is of «رحلة» and not of «رحل». */
  private static final Set<String> FEMININE = Set.of("ته", "تها", "تهم", "تان", "تين");

  private static final String[] LATIN = {
    "s", "es", "ed", "d", "ing", "ly", "e", "ent", "ait", "ment", "er", "ers", "ee", "ees"
  };

  private Bases() {}

  /** Without proclitics and article, the word itself first. */
  static List<String> stems(Token token) {
    Set<String> stems = new LinkedHashSet<>();
    stems.add(token.form());
    for (Reading reading : Proclitics.of(token)) {
      stems.add(reading.base());
      stems.add(bare(reading.base()));
    }
    return List.copyOf(stems);
  }

  /** Without what may be its article. */
  static String bare(String base) {
    return base.startsWith(ARTICLE) && base.length() - ARTICLE.length() >= 2
        ? base.substring(ARTICLE.length())
        : base;
  }

  /** A stem and what it may be an inflection of, the nearest first. */
  static List<String> of(String stem) {
    Set<String> bases = new LinkedHashSet<>();
    bases.add(stem);
    boolean arabic = isArabic(stem);
    if (arabic) {
      present(stem, bases);
    }
    for (String ending : arabic ? ARABIC : LATIN) {
      if (stem.endsWith(ending) && stem.length() - ending.length() >= MIN) {
        String rest = stem.substring(0, stem.length() - ending.length());
        if (arabic && FEMININE.contains(ending)) {
          bases.add(rest + 'ه');
        }
        bases.add(rest);
        if (arabic) {
          bases.add(rest + 'ه');
          if (DEFECTIVE.contains(ending)) {
            bases.add(rest + 'ي');
            bases.add(rest + 'ا');
          }
          present(rest, bases);
        } else {
          bases.add(rest + 'e');
        }
      }
    }
    return new ArrayList<>(bases);
  }

  private static void present(String word, Set<String> bases) {
    if (word.length() == MIN && word.charAt(0) == 'ت') {
      bases.add('ي' + word.substring(1));
    }
    if ("يتن".indexOf(word.charAt(0)) >= 0 && word.length() > MIN) {
      bases.add('ي' + word.substring(1));
      bases.add('ا' + word.substring(1));
      bases.add(word.substring(1));
    }
  }

  /** Whether a pronoun says whose it is: «أعضائها». */
  static boolean isPossessed(String word) {
    return word.length() >= MIN_POSSESSED && POSSESSED.stream().anyMatch(word::endsWith);
  }

  static boolean isArabic(String word) {
    char first = word.charAt(0);
    return first >= 0x0620 && first <= 0x08FF;
  }
}
