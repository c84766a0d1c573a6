package org.marsad.story;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The three consonants that an Arabic word may be built on: «ترحيل», «رحّل» and «مرحّلون» have one
 * root. Only roots without a weak letter, since others can be any. Pure functions.
 */
final class Roots {
  /** By how many letters they have. */
  private static final Map<Integer, List<String>> PATTERNS =
      Stream.of(
              "فعل فاعل فعال فعيل فعول فعاعل فعائل فواعل مفعل مفعول مفاعل مفاعيل مفعال تفعيل تفاعيل تفعل",
              "تفاعل انفعل انفعال افتعل افتعال استفعل استفعال افعل افعال يفعل نفعل يفاعل يفتعل ينفعل",
              "يستفعل تستفعل تفتعل تنفعل يتفعل تتفعل يتفاعل تتفاعل متفعل متفاعل منفعل مفتعل مستفعل")
          .flatMap(line -> Stream.of(line.split(" ")))
          .collect(Collectors.groupingBy(String::length));

  private static final String[] ENDINGS = {
    "", "ه", "ت", "ا", "ي", "ون", "ين", "ان", "ات", "وا", "ها", "هم", "يه", "تين", "تان", "تها",
    "ته", "تهم", "هما", "نا"
  };

  private static final String[] CLITICS = {"وف", "بلكس"};
  private static final int MIN_LETTERS = 3;
  private static final String WEAK = "اويءئؤ";

  private Roots() {}

  /** All that a word may be built on. */
  static Set<String> of(String form) {
    Set<String> roots = new HashSet<>();
    String rest = form;
    add(rest, roots);
    for (String clitics : CLITICS) {
      if (rest.length() > MIN_LETTERS && clitics.indexOf(rest.charAt(0)) >= 0) {
        rest = rest.substring(1);
        add(rest, roots);
      }
    }
    add(Bases.bare(rest), roots);
    return roots;
  }

  private static void add(String stem, Set<String> roots) {
    for (String ending : ENDINGS) {
      if (stem.endsWith(ending)) {
        String base = stem.substring(0, stem.length() - ending.length());
        PATTERNS
            .getOrDefault(base.length(), List.of())
            .forEach(pattern -> add(base, pattern, roots));
      }
    }
  }

  private static void add(String base, String pattern, Set<String> roots) {
    StringBuilder root = new StringBuilder();
    for (int i = 0; i < base.length(); i++) {
      char letter = base.charAt(i);
      if ("فعل".indexOf(pattern.charAt(i)) < 0) {
        if (letter != pattern.charAt(i)) {
          return;
        }
      } else if (WEAK.indexOf(letter) >= 0) {
        return;
      } else if (pattern.indexOf(pattern.charAt(i)) == i) {
        root.append(letter);
      }
    }
    roots.add(root.toString());
  }
}
