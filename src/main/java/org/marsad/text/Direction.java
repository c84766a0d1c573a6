package org.marsad.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterDirection;

/**
 * Which way a text runs, and isolates (U+2066–U+2069) around what runs the other way. Telegram's
 * server deletes the older embeddings and overrides (U+202A–U+202E), so those are never used. Pure
 * functions.
 */
public final class Direction {
  static final char LEFT_TO_RIGHT_ISOLATE = '\u2066';
  static final char RIGHT_TO_LEFT_ISOLATE = '\u2067';
  static final char FIRST_STRONG_ISOLATE = '\u2068';
  static final char POP_ISOLATE = '\u2069';

  private Direction() {}

  /** What a code point does to direction. */
  enum Kind {
    RIGHT,
    LEFT,
    DIGIT,
    NEUTRAL
  }

  static Kind kind(int codePoint) {
    if (UCharacter.isDigit(codePoint)) {
      return Kind.DIGIT;
    }
    return switch (UCharacter.getDirection(codePoint)) {
      case UCharacterDirection.RIGHT_TO_LEFT, UCharacterDirection.RIGHT_TO_LEFT_ARABIC ->
          Kind.RIGHT;
      case UCharacterDirection.LEFT_TO_RIGHT -> Kind.LEFT;
      case UCharacterDirection.EUROPEAN_NUMBER -> Kind.DIGIT;
      default -> Kind.NEUTRAL;
    };
  }

  /** Whether a text is written from left to right: more of its letters are than not. */
  public static boolean isLeftToRight(String text) {
    return count(text, Kind.LEFT) > count(text, Kind.RIGHT);
  }

  /**
   * A piece of text fit to stand inside a line of that language: isolated if it holds letters or
   * numbers that run the other way, so that they cannot drag their neighbours with them.
   *
   * @param html the piece, escaped
   */
  public static String within(Language language, String html) {
    if (language == Language.EN) {
      return count(html, Kind.RIGHT) == 0 ? html : wrap(FIRST_STRONG_ISOLATE, html);
    }
    String read = Html.plain(html);
    boolean leftToRight = count(read, Kind.RIGHT) == 0 || isLeftToRight(read);
    if (count(read, Kind.LEFT) + count(read, Kind.DIGIT) == 0) {
      return html;
    }
    return leftToRight
        ? wrap(LEFT_TO_RIGHT_ISOLATE, html)
        : wrap(RIGHT_TO_LEFT_ISOLATE, RightToLeft.lines(html));
  }

  /**
   * A whole line of text in a message of that language. In an Arabic one a Latin sentence is
   * isolated as one; in an English one every line takes its own direction.
   *
   * @param html the line, escaped
   */
  public static String line(Language language, String html) {
    return language != Language.EN && isLeftToRight(Html.plain(html))
        ? wrap(LEFT_TO_RIGHT_ISOLATE, html)
        : html;
  }

  private static String wrap(char isolate, String html) {
    return isolate + html + POP_ISOLATE;
  }

  private static long count(String text, Kind kind) {
    return text.codePoints().filter(codePoint -> kind(codePoint) == kind).count();
  }
}
