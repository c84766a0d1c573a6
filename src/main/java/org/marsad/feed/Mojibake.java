package org.marsad.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Undoes UTF-8 that was read in an eight-bit charset and written as UTF-8 again («Ø§Ù„» or «ط§ظ„»
 * for «ال»). Done for each text on its own, as one good text in a feed would hide the bad ones. A
 * text that was not so mangled is never touched: its bytes are no UTF-8. Pure functions.
 */
final class Mojibake {
  private static final List<Charset> SUSPECTS =
      List.of(Charset.forName("windows-1252"), Charset.forName("windows-1256"));

  private Mojibake() {}

  static String undo(String text) {
    int first = firstForeign(text);
    if (first + 1 >= text.length()) {
      return text;
    }
    for (Charset suspect : SUSPECTS) {
      String undone = mayBe(text, first, suspect) ? undone(text, suspect) : null;
      if (undone != null) {
        return undone;
      }
    }
    return text;
  }

  private static int firstForeign(String text) {
    int i = 0;
    while (i < text.length() && text.charAt(i) < 0x80) {
      i++;
    }
    return i;
  }

  /** Whether the first two characters that are not ASCII can be the bytes of one of UTF-8. */
  private static boolean mayBe(String text, int first, Charset suspect) {
    int lead = toByte(text.charAt(first), suspect);
    int next = toByte(text.charAt(first + 1), suspect);
    return lead >= 0xc2 && lead <= 0xf4 && next >= 0x80 && next <= 0xbf;
  }

  private static @Nullable String undone(String text, Charset suspect) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      int one = toByte(text.charAt(i), suspect);
      if (one < 0) {
        return null;
      }
      bytes[i] = (byte) one;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** The byte that reads as this character, or -1. */
  private static int toByte(char c, Charset charset) {
    // Bytes that the charset leaves undefined are read as the controls of the same number.
    if (c < 0xa0) {
      return c;
    }
    byte[] bytes = String.valueOf(c).getBytes(charset);
    return bytes[0] == '?' ? -1 : bytes[0] & 255;
  }
}
