package org.marsad.watch;

/** The classes of characters that the query language tells apart. */
final class Letters {
  private static final String QUOTES = "\"“”„‟«»‹›＂";
  private static final String DASHES = "-‐‑−–—";

  private Letters() {}

  /** White space of any kind. */
  static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** A format character, such as the direction marks that phones put into Arabic. */
  static boolean isInvisible(int c) {
    return Character.getType(c) == Character.FORMAT;
  }

  /** Straight, curly and angle quotes are the same. Single ones are apostrophes. */
  static boolean isQuote(int c) {
    return QUOTES.indexOf(c) >= 0;
  }

  /** A hyphen, or what a phone makes of it. */
  static boolean isDash(int c) {
    return DASHES.indexOf(c) >= 0;
  }

  /** The Latin or Arabic comma. */
  static boolean isComma(int c) {
    return c == ',' || c == '،';
  }

  /** Ends a word of a query wherever it stands. */
  static boolean endsWord(int c) {
    return isSpace(c) || isQuote(c) || isComma(c) || c == '(' || c == ')' || c == '|';
  }
}
