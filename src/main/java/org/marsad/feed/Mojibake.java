package org.marsad.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Undoes UTF-8 that was read in an eight-bit charset and written as UTF-8 again («Ø§Ù„» or «ط§ظ„»
 * for «ال»). Text that was not so mangled is never touched: its bytes are no UTF-8.
 */
final class Mojibake {
  private static final List<Charset> SUSPECTS =
      List.of(Charset.forName("windows-1252"), Charset.forName("windows-1256"));

  private Mojibake() {}

  static String undo(String text) {
    for (Charset suspect : SUSPECTS) {
      byte[] bytes = bytes(text, suspect);
      String undone = bytes == null ? null : utf8(bytes);
      if (undone != null && undone.length() < text.length()) {
        return undone;
      }
    }
    return text;
  }

  /**
   * The bytes that read as this text in that charset, or null; stops at the first that none does.
   */
  private static byte @Nullable [] bytes(String text, Charset charset) {
    CharsetEncoder encoder = charset.newEncoder();
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      char c = text.charAt(i);
      // Bytes that windows-1252 leaves undefined are read as the controls of the same number.
      boolean control = c >= 0x80 && c < 0xa0;
      if (c >= 0x80 && !control && !encoder.canEncode(c)) {
        return null;
      }
      bytes[i] = c < 0xa0 ? (byte) c : String.valueOf(c).getBytes(charset)[0];
    }
    return bytes;
  }

  private static @Nullable String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
