package org.marsad.watch;

import static org.marsad.watch.Ending.ADJECTIVE;
import static org.marsad.watch.Ending.ANY_AT;
import static org.marsad.watch.Ending.ANY_FEMININE;
import static org.marsad.watch.Ending.ANY_PRONOUN;
import static org.marsad.watch.Ending.DUAL;
import static org.marsad.watch.Ending.MASCULINE;

import java.util.ArrayList;
import java.util.List;

/**
 * The inflections of one Arabic noun, as far as they can be told from its letters: the endings of
 * each of its stems. What is not here (broken plurals, verbs, other words of the root) does not
 * match. Serves one noun.
 */
final class Paradigm {
  private static final int NONE = Ending.NONE.bit();
  private static final int FEMININE = Ending.FEMININE.bit();
  private static final int TANWIN = Ending.TANWIN.bit();
  private static final int IN = Ending.IN.bit();
  private static final int PRONOUN = Ending.PRONOUN.bit();

  private final String stem;
  private final String written;
  private final int length;
  private final int openings;
  private final List<StemRule> rules = new ArrayList<>();

  private Paradigm(String stem, String written, int openings) {
    this.stem = stem;
    this.written = written;
    this.length = stem.length();
    this.openings = openings;
  }

  /**
   * The rules for a noun without article.
   *
   * @param stem folded, at least three letters
   * @param written the same as typed: tells ة from ه and ى from ي
   * @param openings what may stand before it
   */
  static List<StemRule> of(String stem, String written, int openings) {
    Paradigm paradigm = new Paradigm(stem, written, openings);
    paradigm.inflect();
    return paradigm.rules;
  }

  private void inflect() {
    switch (stem.charAt(length - 1)) {
      case 'ه' -> feminineOrHa();
      case 'ء' -> hamza();
      case 'ي' -> ya();
      case 'ا' -> alef();
      default -> consonant();
    }
  }

  private void add(String form, int endings) {
    rules.add(new StemRule(form, openings, endings));
  }

  private String without(int letters) {
    return stem.substring(0, length - letters);
  }

  private boolean isWritten(char last) {
    return written.charAt(written.length() - 1) == last;
  }

  /** Egypt also writes ه for ة, so a long word in ه is read both ways. */
  private void feminineOrHa() {
    boolean feminine = isWritten('ة');
    if (!feminine) {
      add(stem, NONE | TANWIN | PRONOUN | IN);
    }
    if (feminine || length > 3) {
      feminine(without(1));
    }
  }

  private void feminine(String base) {
    add(base, isParticiple(base) ? ANY_FEMININE | MASCULINE | NONE : ANY_FEMININE);
    if (base.endsWith("ا")) {
      add(without(2) + 'و', ANY_AT);
    }
  }

  /**
   * Whether the feminine of such letters is the collective of a participle, which loses its ending
   * in the singular and plural (مرتزقة, متمردة): forms VIII and V. Others would be other words
   * (محافظة, منظمة, مدرسة).
   */
  private static boolean isParticiple(String base) {
    return base.length() == 5
        && base.charAt(0) == 'م'
        && (base.charAt(1) == 'ت' || base.charAt(2) == 'ت');
  }

  /** Before a pronoun the hamza sits on waw or ya: غذاء, غذاؤها, غذائها. */
  private void hamza() {
    boolean afterAlef = length > 2 && stem.charAt(length - 2) == 'ا';
    add(stem, afterAlef ? NONE | PRONOUN | DUAL | ANY_AT : NONE | PRONOUN | IN | TANWIN);
    add(without(1) + 'ئ', PRONOUN | TANWIN | IN);
    add(without(1) + 'ؤ', PRONOUN);
  }

  private void ya() {
    if (isWritten('ى')) {
      add(stem, length > 4 ? NONE | ANY_AT | IN | Ending.DUAL_NOMINATIVE.bit() : NONE);
      add(without(1) + 'ا', ANY_PRONOUN);
    } else {
      add(stem, length > 3 ? ADJECTIVE | PRONOUN : NONE);
    }
  }

  private void alef() {
    add(stem, length > 3 ? NONE | ANY_PRONOUN : NONE | PRONOUN);
    if (isWritten('أ')) {
      add(stem, IN);
      add(without(1) + 'ئ', PRONOUN);
      add(without(1) + 'ؤ', PRONOUN);
    }
  }

  private void consonant() {
    if (Names.hasFeminine(stem)) {
      add(stem, ANY_FEMININE);
    }
    if (length == 3) {
      boolean hollow = stem.charAt(1) == 'ا';
      add(stem, NONE | TANWIN | PRONOUN | IN | (hollow ? ANY_AT : 0));
    } else {
      int borrowed = length > 4 && stem.endsWith("و") ? Ending.HAT.bit() : 0;
      int plural = isPerson(stem) ? MASCULINE : DUAL | Ending.UN.bit();
      add(stem, NONE | TANWIN | ANY_PRONOUN | plural | ANY_AT | borrowed);
      plural();
    }
  }

  /** The word as typed may be a plural: its other case, its singular. */
  private void plural() {
    String base = without(2);
    if (length > 5 && (stem.endsWith("ين") || stem.endsWith("ون")) && isPerson(base)) {
      add(base, NONE | MASCULINE);
    }
    if (length > 4 && stem.endsWith("ات")) {
      int singular = base.length() > 2 ? ANY_FEMININE : ANY_AT;
      add(base, isMasculine(base) ? singular | NONE | Ending.NISBA.bit() : singular);
    }
  }

  /**
   * Participles in م, agents (لاجئ) and nisbas have the plural in ون; others only look so (قانون,
   * بيانو).
   */
  private static boolean isPerson(String base) {
    boolean agent = base.length() == 4 && base.charAt(1) == 'ا';
    return agent || base.charAt(0) == 'م' || base.endsWith("ي");
  }

  /**
   * Whether the singular of a plural in ات is its bare base: longer bases, and those like قرار. The
   * others have lost a ة (طائرات), or would be other words without it (مساعدات).
   */
  private static boolean isMasculine(String base) {
    return base.length() > 4
        ? base.charAt(0) != 'م' && !base.endsWith("ي")
        : base.length() == 4 && base.charAt(2) == 'ا';
  }
}
