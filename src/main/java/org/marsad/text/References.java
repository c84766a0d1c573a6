package org.marsad.text;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Character references of HTML: {@code &laquo;}, {@code &#1740;}, {@code &#x6cc;}. */
final class References {
  private static final int MAX_CHARS = 12;
  private static final Map<String, Integer> NAMED = named();

  /**
   * What pages mean by &#128; to &#159;: windows-1252 (HTML Living Standard, numeric character
   * reference end state). Unassigned ones stand for a blank.
   */
  private static final String WINDOWS_1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

  private References() {}

  /** A reference: what it stands for, and the offset behind it. */
  record Reference(int point, int end) {}

  /**
   * The reference whose ampersand stands at {@code at}, or null. One that was escaped twice ({@code
   * &amp;quot;}) is read through.
   */
  static @Nullable Reference at(String text, int at) {
    Reference once = once(text, at);
    if (once == null || once.point != '&') {
      return once;
    }
    Reference twice = once(text, once.end - 1);
    return twice == null ? once : twice;
  }

  private static @Nullable Reference once(String text, int at) {
    int end = text.indexOf(';', at + 1);
    if (end < 0 || end - at > MAX_CHARS || end - at < 3) {
      return null;
    }
    int point =
        text.charAt(at + 1) == '#'
            ? number(text, at + 2, end)
            : NAMED.getOrDefault(text.substring(at + 1, end), -1);
    return point < 0 ? null : new Reference(point, end + 1);
  }

  private static int number(String text, int from, int end) {
    boolean hex = (text.charAt(from) | 0x20) == 'x';
    int first = hex ? from + 1 : from;
    int number = first < end ? 0 : -1;
    for (int i = first; i < end && number >= 0; i++) {
      int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), hex ? 16 : 10) : -1;
      number = digit < 0 ? -1 : number * (hex ? 16 : 10) + digit;
      number = number > Character.MAX_CODE_POINT ? -1 : number;
    }
    return number >= 0x80 && number < 0xA0 ? WINDOWS_1252.charAt(number - 0x80) : number;
  }

  private static Map<String, Integer> named() {
    Map<String, Integer> named = new HashMap<>();
    for (String line : Lines.of("character-references.txt")) {
      int blank = line.indexOf(' ');
      named.put(line.substring(0, blank), Integer.valueOf(line.substring(blank + 1)));
    }
    return Map.copyOf(named);
  }
}
