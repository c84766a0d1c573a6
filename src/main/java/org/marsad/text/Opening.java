package org.marsad.text;

/**
 * What Arabic writes onto the front of a word, each optional: a conjunction, then a preposition (or
 * the sin of the future, or the alef of a question), then the article; ل and ال become لل.
 *
 * <p>Sets of openings are ints, one bit each.
 */
public enum Opening {
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
  QUESTION("ا"),
  QUESTION_AL("اال");

  /** Those that end in the article. */
  public static final int ARTICLE =
      set(
          AL,
          WA_AL,
          FA_AL,
          BI_AL,
          KA_AL,
          LI_AL,
          WA_BI_AL,
          WA_KA_AL,
          WA_LI_AL,
          FA_BI_AL,
          FA_KA_AL,
          FA_LI_AL,
          QUESTION_AL);

  /** Inside a phrase the article comes and goes, and a ل of belonging. */
  public static final int INSIDE_PHRASE = set(NONE, AL, LI, LI_AL);

  /**
   * All that stands before the first word of a phrase: its other words say that it is that word.
   */
  public static final int BEFORE_PHRASE =
      ARTICLE | set(NONE, WA, BI, LI, WA_BI, WA_LI, FA, KA, WA_KA, FA_BI, FA_LI, FA_KA);

  /** All that stands before three letters. */
  static final int SHORT = ARTICLE | set(NONE, WA, BI, LI, WA_BI, WA_LI);

  private static final int TINY = ARTICLE | set(NONE, WA);
  private static final int FUTURE = set(SA, WA_SA, FA_SA);

  private final String letters;

  Opening(String letters) {
    this.letters = letters;
  }

  /** Its letters, folded. */
  public String letters() {
    return letters;
  }

  /** The set of it alone. */
  public int bit() {
    return 1 << ordinal();
  }

  /** Whether it is one of a set. */
  public boolean isIn(int set) {
    return (set & bit()) != 0;
  }

  /** These together. */
  public static int set(Opening... openings) {
    int set = 0;
    for (Opening opening : openings) {
      set |= opening.bit();
    }
    return set;
  }

  /**
   * What may stand before a stem that no other word vouches for: the shorter it is, the more other
   * words are a proclitic and its letters. ف and ك before three letters make كسرت and فسرت of سرت,
   * an alef before four makes the plural أعمال of عمال; س stands before verbs in the present only.
   *
   * @param stem folded, without article
   */
  public static int before(String stem) {
    int verb = stem.length() > 3 && "يتنا".indexOf(stem.charAt(0)) >= 0 ? FUTURE : 0;
    return switch (stem.length()) {
      case 0, 1, 2 -> TINY;
      case 3 -> SHORT;
      case 4 -> BEFORE_PHRASE | verb;
      default -> BEFORE_PHRASE | verb | QUESTION.bit();
    };
  }

  /**
   * Whether a word can begin with it, as far as the hamza tells: the article has none (ألمانيا), a
   * question always has one.
   */
  public boolean canBegin(Token word) {
    String written = word.written();
    if (written.length() != word.form().length()) {
      return true;
    }
    boolean question = this == QUESTION || this == QUESTION_AL;
    boolean article = isIn(ARTICLE);
    return (!question || written.charAt(0) == 'أ')
        && (!article || "اٱل".indexOf(written.charAt(letters.length() - 2)) >= 0);
  }
}
