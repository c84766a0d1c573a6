package org.marsad.watch;

import java.util.ArrayList;
import java.util.List;

/** The adjectives that say "of it": نفط, نفطي; ليبيا, ليبي; صحراء, صحراوي. Pure functions. */
final class Nisba {
  private static final int ENDINGS = Ending.NISBA.bit();

  private Nisba() {}

  /**
   * The rules for the nisba of a noun without article.
   *
   * @param stem folded, at least three letters
   * @param written the same as typed
   * @param name whether it is a name: names in ية come from their nisba (السعودية), other words do
   *     not (عملية)
   * @param openings what may stand before it
   */
  static List<StemRule> of(String stem, String written, boolean name, int openings) {
    List<StemRule> rules = new ArrayList<>();
    int length = stem.length();
    String base = stem.substring(0, length - 1);
    char before = base.charAt(length - 2);
    switch (stem.charAt(length - 1)) {
      case 'ا' -> {
        if (before == 'ي' && length > 4) {
          rules.add(new StemRule(base, openings, Ending.ADJECTIVE));
        } else if (length > 3) {
          rules.add(new StemRule(base, openings, ENDINGS));
          rules.add(new StemRule(stem + 'و', openings, ENDINGS));
        }
      }
      case 'ه' -> {
        if (before == 'ي') {
          rules.addAll(name ? List.of(new StemRule(base, openings, Ending.ADJECTIVE)) : List.of());
        } else {
          rules.addAll(feminine(base, name, openings));
        }
      }
      case 'ء' -> {
        rules.add(new StemRule(base + 'ئ', openings, ENDINGS));
        if (length > 3) {
          rules.add(new StemRule(base + 'و', openings, ENDINGS));
        }
      }
      case 'ي' -> {
        if (written.endsWith("ى") && length > 3) {
          rules.add(new StemRule(base + 'و', openings, ENDINGS));
        }
      }
      default -> rules.add(new StemRule(stem, openings, ENDINGS));
    }
    return rules;
  }

  /**
   * Two letters before the ة take a waw (لغوي, سنوي); names take it with or without (غزي, غزاوي).
   */
  private static List<StemRule> feminine(String base, boolean name, int openings) {
    List<StemRule> rules = new ArrayList<>();
    if (base.length() > 2 || name) {
      rules.add(new StemRule(base, openings, ENDINGS));
    }
    if (base.length() == 2) {
      rules.add(new StemRule(base + 'و', openings, ENDINGS));
    }
    if (name) {
      rules.add(new StemRule(base + "او", openings, ENDINGS));
    }
    return rules;
  }
}
