package org.marsad.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/**
 * Texts made shorter by code points, which is what Telegram counts, and on a word. Pure functions.
 */
public final class Cut {
  private static final String ELLIPSIS = "…";

  private Cut() {}

  /** The text if it has at most so many code points, else its first words and an ellipsis. */
  public static String atWord(String text, int maxCodePoints) {
    int end = end(text, maxCodePoints);
    return end == text.length() ? text : text.substring(0, end(text, maxCodePoints - 1)) + ELLIPSIS;
  }

  /**
   * The offset behind the last word that fits into so many code points: the text's length if all of
   * it fits. A word longer than half of that is cut through, but no letter is parted from its
   * marks.
   */
  public static int end(String text, int maxCodePoints) {
    if (text.codePointCount(0, text.length()) <= maxCodePoints) {
      return text.length();
    }
    int limit = text.offsetByCodePoints(0, Math.max(0, maxCodePoints));
    int word = limit;
    while (word > limit / 2 && !Character.isWhitespace(text.charAt(word))) {
      word--;
    }
    if (word <= limit / 2) {
      return wholeSigns(text, limit);
    }
    while (word > 0 && Character.isWhitespace(text.charAt(word - 1))) {
      word--;
    }
    return word;
  }

  private static int wholeSigns(String text, int limit) {
    BreakIterator signs = BreakIterator.getCharacterInstance(ULocale.ROOT);
    signs.setText(text);
    int whole = signs.isBoundary(limit) ? limit : signs.preceding(limit);
    return whole > 0 ? whole : limit;
  }
}
