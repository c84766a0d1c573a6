package org.marsad.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterDirection;
import com.ibm.icu.text.Bidi;

/** How a client lays out a line that is shown. */
public final class Running {
  private Running() {}

  /** Whether a client that looks for the first strong letter sets the line from right to left. */
  public static boolean rightToLeft(String line) {
    Bidi bidi = new Bidi();
    bidi.setPara(line, Bidi.LEVEL_DEFAULT_LTR, null);
    return bidi.getParaLevel() == Bidi.RTL;
  }

  /** Whether a Latin letter or a digit stands in it outside every isolate. */
  public static boolean hasBareLatinOrDigit(String text) {
    int depth = 0;
    for (int codePoint : text.codePoints().toArray()) {
      if (codePoint >= 0x2066 && codePoint <= 0x2068) {
        depth++;
      } else if (codePoint == 0x2069) {
        depth--;
      } else if (depth == 0
          && (UCharacter.isDigit(codePoint)
              || UCharacter.getDirection(codePoint) == UCharacterDirection.LEFT_TO_RIGHT)) {
        return true;
      }
    }
    return false;
  }

  /** Whether every isolate that is opened is closed, and none is closed that was not opened. */
  public static boolean balanced(String text) {
    int depth = 0;
    for (int codePoint : text.codePoints().toArray()) {
      depth += codePoint >= 0x2066 && codePoint <= 0x2068 ? 1 : 0;
      depth -= codePoint == 0x2069 ? 1 : 0;
      if (depth < 0) {
        return false;
      }
    }
    return depth == 0;
  }

  /** What a reader sees, from left to right. */
  public static String seen(String line) {
    Bidi bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
    return bidi.writeReordered(Bidi.DO_MIRRORING | Bidi.REMOVE_BIDI_CONTROLS)
        .replaceAll("[\\u2066-\\u2069\\u200F]", "");
  }
}
