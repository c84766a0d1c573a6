package org.marsad.watch;

/**
 * What Arabic writes onto the front of a word, each optional: a conjunction, then a preposition (or
 * the sin of the future, or the alef of a question), then the article; ل and ال become لل.
 *
 * <p>Sets of openings are ints, one bit each.
 */
enum Opening {
  NONE(""),
  WA("و"),
  FA("ف"),
  BI("ب"),
  LI("ل"),
  KA("ك"),
  WA_BI("وب"),
  WA_LI("ول"),
  WA_KA("وك"),
  FA_BI("فب"),
  FA_LI("فل"),
  FA_KA("فك"),
  AL("ال"),
  WA_AL("وال"),
  FA_AL("فال"),
  BI_AL("بال"),
  KA_AL("كال"),
  LI_AL("لل"),
  WA_BI_AL("وبال"),
  WA_KA_AL("وكال"),
  WA_LI_AL("ولل"),
  FA_BI_AL("فبال"),
  FA_KA_AL("فكال"),
  FA_LI_AL("فلل"),
  SA("س"),
  WA_SA("وس"),
  FA_SA("فس"),
  QUESTION("ا");

  /** Those that end in the article. */
  static final int ARTICLE =
      set(
          AL, WA_AL, FA_AL, BI_AL, KA_AL, LI_AL, WA_BI_AL, WA_KA_AL, WA_LI_AL, FA_BI_AL, FA_KA_AL,
          FA_LI_AL);

  /** All that a short word takes: ف and ك before three letters make other words (كسرت, فسرت). */
  static final int SHORT = ARTICLE | set(NONE, WA, BI, LI, WA_BI, WA_LI);

  /** All that a word of four letters takes: an alef before four makes plurals (أسواق). */
  static final int LONG = SHORT | set(FA, KA, WA_KA, FA_BI, FA_LI, FA_KA);

  /** The sin of the future. */
  static final int FUTURE = set(SA, WA_SA, FA_SA);

  /** Inside a phrase the article comes and goes, and a ل of belonging. */
  static final int INSIDE_PHRASE = set(NONE, AL, LI, LI_AL);

  private final String letters;

  Opening(String letters) {
    this.letters = letters;
  }

  /** Its letters, folded. */
  String letters() {
    return letters;
  }

  /** The set of it alone. */
  int bit() {
    return 1 << ordinal();
  }

  static int set(Opening... openings) {
    int set = 0;
    for (Opening opening : openings) {
      set |= opening.bit();
    }
    return set;
  }
}
