package org.marsad.watch;

import java.util.List;

/**
 * What inflection writes onto the end of a noun's stem, by kind, folded. One string can be of
 * several kinds (ين is a dual and a plural).
 *
 * <p>Sets of endings are ints, one bit each.
 */
enum Ending {
  NONE(""),
  /** Of the accusative, also of the dual before its owner. */
  TANWIN("ا"),
  PRONOUN("ه", "ها", "هما", "هم", "نا", "كم"),
  RARE_PRONOUN("هن", "ك", "كما", "كن"),
  FEMININE("ه"),
  FEMININE_PRONOUN("ته", "تها", "تهما", "تهم", "تهن", "تنا", "تك", "تكم", "تي"),
  FEMININE_DUAL("تان", "تين", "تا"),
  DUAL_NOMINATIVE("ان"),
  /** The oblique dual, written as the plural is. */
  IN("ين"),
  UN("ون"),
  /** The plural of people before its owner. */
  CONSTRUCT_UN("و"),
  /** The oblique plural, and dual, before its owner. */
  CONSTRUCT_IN("ي"),
  CONSTRUCT_PRONOUN("يه", "يها", "يهم", "يهما", "ينا", "وه", "وها", "وهم"),
  AT("ات"),
  AT_PRONOUN("اته", "اتها", "اتهما", "اتهم", "اتهن", "اتنا", "اتكم"),
  /** The plural of borrowed words: فيديوهات. */
  HAT("هات", "هاته", "هاتها", "هاتهم"),
  NISBA("ي", "يه", "يا", "يون", "يين", "يان", "يات", "يتان", "يتين");

  /** Those that never stand beside the article. */
  static final int WITHOUT_ARTICLE =
      set(
          TANWIN,
          PRONOUN,
          RARE_PRONOUN,
          FEMININE_PRONOUN,
          CONSTRUCT_UN,
          CONSTRUCT_IN,
          CONSTRUCT_PRONOUN,
          AT_PRONOUN);

  /** Those that are a pronoun where they end in ه. */
  private static final int PRONOUNS =
      set(PRONOUN, FEMININE_PRONOUN, CONSTRUCT_PRONOUN, AT_PRONOUN, HAT);

  /** All pronouns on a bare stem. */
  static final int ANY_PRONOUN = set(PRONOUN, RARE_PRONOUN);

  /** All that the plural in ات brings. */
  static final int ANY_AT = set(AT, AT_PRONOUN);

  /** All that the dual brings. */
  static final int DUAL = set(DUAL_NOMINATIVE, IN, CONSTRUCT_IN);

  /** All that the plural in ون brings, and the dual. */
  static final int MASCULINE = DUAL | set(UN, CONSTRUCT_UN, CONSTRUCT_PRONOUN);

  /** All that a stem takes whose word ends in ة. */
  static final int ANY_FEMININE = ANY_AT | set(FEMININE, FEMININE_PRONOUN, FEMININE_DUAL);

  /** All that an adjective in ي takes behind it. */
  static final int ADJECTIVE =
      set(NONE, TANWIN, FEMININE, FEMININE_DUAL, IN, UN, DUAL_NOMINATIVE, AT);

  private final List<String> letters;

  Ending(String... letters) {
    this.letters = List.of(letters);
  }

  /**
   * Those a word can have by its last letter: one in ة has no pronoun there, and one in وى no nisba
   * (عدوى and دعوى are words of their own; elsewhere Egypt writes ى for ي).
   */
  static int allowedBy(String written) {
    if (written.endsWith("وى")) {
      return ~set(NISBA, CONSTRUCT_IN);
    }
    return written.endsWith("ة") ? ~PRONOUNS : ~0;
  }

  /** The strings of this kind. */
  List<String> letters() {
    return letters;
  }

  /** The set of it alone. */
  int bit() {
    return 1 << ordinal();
  }

  static int set(Ending... endings) {
    int set = 0;
    for (Ending ending : endings) {
      set |= ending.bit();
    }
    return set;
  }
}
