package org.marsad.playground;

/** Which characters alone make no message: the list of td's strip_empty_characters. */
final class Invisible {
  private static final String SINGLE =
      " \n\u00a0\u1680\u180e\u202e\u202f\u205f\u2800\u3000\ufeff\ufffc";

  private Invisible() {}

  /** Whether a text has no other characters. Isolates of direction count as visible. */
  static boolean all(String text) {
    return text.codePoints().allMatch(Invisible::is);
  }

  private static boolean is(int code) {
    boolean space = code >= 0x2000 && code <= 0x200f;
    boolean tag = code >= 0xe0000 && code <= 0xe007f;
    return space || tag || SINGLE.indexOf(code) >= 0;
  }
}
