package org.marsad.feed;

/** Tells whether bytes read as windows-1256 came out as Arabic or as something else's mojibake. */
final class ArabicLetters {
  private static final String FREQUENT = "اليمونرت";

  private ArabicLetters() {}

  /**
   * Whether the letters make Arabic: nearly all that is not ASCII stands in runs of two Arabic
   * letters or more that touch no Latin letter, and the language's most frequent letters make up
   * their usual share.
   */
  static boolean make(String text) {
    int inRuns = 0;
    int frequent = 0;
    int other = 0;
    for (int i = 0; i < text.length(); ) {
      int end = i;
      while (end < text.length() && isArabic(text.charAt(end))) {
        frequent += FREQUENT.indexOf(text.charAt(end)) >= 0 ? 1 : 0;
        end++;
      }
      boolean touches = isLatin(text, i - 1) || isLatin(text, end);
      inRuns += end - i > 1 && !touches ? end - i : 0;
      other += end - i == 1 || touches ? end - i : 0;
      other += end == i && isForeign(text.charAt(i)) ? 1 : 0;
      i = Math.max(end, i + 1);
    }
    return inRuns >= 4 && other * 5 < inRuns && frequent * 5 > inRuns * 2;
  }

  private static boolean isArabic(char c) {
    return c >= '\u0621' && c <= '\u0652';
  }

  private static boolean isLatin(String text, int at) {
    return at >= 0 && at < text.length() && Character.isLetter(text.charAt(at));
  }

  /** Letters of windows-1256 that no Arabic text has: French vowels, Persian and Urdu. */
  private static boolean isForeign(char c) {
    return c >= 0x80 && Character.isLetter(c) && c != '\u00ab' && c != '\u00bb';
  }
}
