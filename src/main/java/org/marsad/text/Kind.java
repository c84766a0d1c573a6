package org.marsad.text;

/** What a code point is to the splitting into words. */
enum Kind {
  ARABIC,
  /** A letter of any other script. */
  LETTER,
  DIGIT,
  /** A mark on a letter: nothing is left of it. */
  MARK,
  TATWEEL,
  /** Not seen: nothing is left of it and it splits nothing. */
  INVISIBLE,
  SPACE,
  QUOTE,
  APOSTROPHE,
  HYPHEN,
  DOT,
  COMMA,
  ASTERISK,
  BREAK;

  /** The kinds of the code points that most texts are made of. */
  private static final Kind[] COMMON = new Kind[0x2100];

  static {
    for (int point = 0; point < COMMON.length; point++) {
      COMMON[point] = ofAny(point);
    }
  }

  static Kind of(int point) {
    if (point < 0) {
      return BREAK;
    }
    return point < COMMON.length ? COMMON[point] : ofAny(point);
  }

  private static Kind ofAny(int point) {
    if ((point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z')) {
      return LETTER;
    }
    if (point == 0x0640) {
      return TATWEEL;
    }
    if (Letters.arabic(point)) {
      return ARABIC;
    }
    return ofSign(point);
  }

  private static Kind ofSign(int point) {
    return switch (point) {
      case '\n', '\r', 0x2028, 0x2029 -> BREAK;
      case '.', '٫' -> DOT;
      case ',', '٬', '،' -> COMMA;
      case '*', '٭' -> ASTERISK;
      case '-', 0x2010, 0x2011, 0x2012, '–' -> HYPHEN;
      case '\'', '’', '‘', 'ʼ', 'ʻ', 'ʾ', 'ʿ', '`', '´', '′', '‛' -> APOSTROPHE;
      case ':', ';', '?', '!', '؛', '؟', '۔', '٪', '%', '…', '—', '―', '|', '/', '\\', '•', '·' ->
          BREAK;
      default -> ofType(point);
    };
  }

  private static Kind ofType(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> MARK;
      case Character.FORMAT -> INVISIBLE;
      case Character.DECIMAL_DIGIT_NUMBER -> DIGIT;
      case Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION ->
          QUOTE;
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER,
          Character.COMBINING_SPACING_MARK ->
          LETTER;
      case Character.DASH_PUNCTUATION -> HYPHEN;
      default -> point == '"' || point == '″' ? QUOTE : SPACE;
    };
  }

  boolean inWord() {
    return this == ARABIC || this == LETTER || this == DIGIT;
  }
}
