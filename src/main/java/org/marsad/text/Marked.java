package org.marsad.text;

import java.util.BitSet;

/**
 * Text from outside made fit to be shown, with some of its places marked. Controls, direction
 * overrides and other invisible characters are gone, white space is one space or one line break,
 * and no half of a surrogate pair is left. Immutable.
 */
public final class Marked {
  private final String text;
  private final BitSet marks;

  private Marked(String text, BitSet marks) {
    this.text = text;
    this.marks = marks;
  }

  /** The text without marks. */
  public static Marked of(String raw) {
    return of(raw, new BitSet());
  }

  /**
   * The text with marks.
   *
   * @param marked the UTF-16 offsets in {@code raw} that are marked
   */
  public static Marked of(String raw, BitSet marked) {
    StringBuilder text = new StringBuilder(raw.length());
    BitSet marks = new BitSet();
    int space = 0;
    boolean markedBefore = false;
    for (int i = 0; i < raw.length(); ) {
      int codePoint = raw.codePointAt(i);
      if (isSpace(codePoint)) {
        space = space == '\n' || isLineBreak(codePoint) ? '\n' : ' ';
      } else if (isShown(codePoint)) {
        if (space != 0 && !text.isEmpty()) {
          marks.set(text.length(), markedBefore && marked.get(i));
          text.append((char) space);
        }
        space = 0;
        markedBefore = marked.get(i);
        int start = text.length();
        text.appendCodePoint(codePoint);
        marks.set(start, text.length(), markedBefore);
      }
      i += Character.charCount(codePoint);
    }
    return new Marked(text.toString(), marks);
  }

  /** One line of a text from outside, fit to be shown. */
  public static String line(String raw) {
    return of(raw).text().replace('\n', ' ');
  }

  /** What is read. */
  public String text() {
    return text;
  }

  /** The offset in {@link #text} of the first marked char from an offset on, or -1. */
  public int nextMark(int from) {
    return marks.nextSetBit(from);
  }

  /** A part of it, from one offset in {@link #text} to another. */
  public Marked part(int start, int end) {
    return new Marked(text.substring(start, end), marks.get(start, end));
  }

  /**
   * Its first words, at most so many code points of them, with an ellipsis if some are left out.
   */
  public Marked cut(int maxCodePoints) {
    if (Cut.end(text, maxCodePoints) == text.length()) {
      return this;
    }
    int end = Cut.end(text, maxCodePoints - 1);
    return new Marked(text.substring(0, end) + "…", marks.get(0, end));
  }

  /** One line of markup, escaped, with the marked places between these tags. */
  public String html(String tag) {
    StringBuilder html = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      boolean marked = marks.get(i);
      int change = marked ? marks.nextClearBit(i) : marks.nextSetBit(i);
      int end = change < 0 ? text.length() : Math.min(change, text.length());
      String part = Html.escape(text.substring(i, end).replace('\n', ' '));
      html.append(marked ? "<" + tag + ">" + part + "</" + tag + ">" : part);
      i = end;
    }
    return html.toString();
  }

  private static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || Character.isISOControl(codePoint);
  }

  private static boolean isLineBreak(int codePoint) {
    return codePoint == '\n'
        || codePoint == '\r'
        || codePoint == 0x85
        || codePoint == 0x2028
        || codePoint == 0x2029;
  }

  /**
   * Everything but halves of pairs, noncharacters and invisible formatting; the joiners of Persian
   * and of emoji, the tags of flags and the Arabic signs around numbers are needed.
   */
  private static boolean isShown(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.SURROGATE -> false;
      case Character.FORMAT ->
          codePoint == 0x200C
              || codePoint == 0x200D
              || (codePoint >= 0x600 && codePoint <= 0x605)
              || codePoint == 0x6DD
              || codePoint == 0x8E2
              || (codePoint >= 0xE0020 && codePoint <= 0xE007F);
      default -> (codePoint & 0xFFFE) != 0xFFFE;
    };
  }
}
