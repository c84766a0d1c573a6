package org.marsad.feed;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text whatever the declarations claim: byte order mark, then the HTTP charset, then the
 * XML declaration, then strict UTF-8, then windows-1256 when its letters make Arabic, then ICU's
 * detector. A declaration that the bytes contradict is passed over. Pure functions.
 */
final class Charsets {
  private static final Pattern HTTP =
      Pattern.compile("charset\\s*=\\s*[\"']?([^\\s\"';,]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern XML =
      Pattern.compile(
          "<\\?xml[^>]*?encoding\\s*=\\s*[\"']\\s*([^\"'\\s]+)", Pattern.CASE_INSENSITIVE);
  private static final Charset ARABIC = Charset.forName("windows-1256");
  private static final Charset LATIN = Charset.forName("windows-1252");
  private static final Map<Integer, String> SHAPES =
      Map.of(
          0x0000003c,
          "UTF-32BE",
          0x3c000000,
          "UTF-32LE",
          0x003c003f,
          "UTF-16BE",
          0x3c003f00,
          "UTF-16LE",
          0x4c6fa794,
          "IBM037");

  /** What pages that name these really mean (WHATWG Encoding Standard). */
  private static final Map<String, String> MEANT =
      Map.of(
          "iso-8859-1", "windows-1252",
          "latin1", "windows-1252",
          "us-ascii", "windows-1252",
          "ascii", "windows-1252",
          "iso-8859-9", "windows-1254",
          "gb2312", "GB18030",
          "gbk", "GB18030",
          "shift_jis", "windows-31j",
          "euc-kr", "x-windows-949",
          "ks_c_5601-1987", "x-windows-949");

  private Charsets() {}

  static Decoded decode(byte[] bytes, @Nullable String contentType) {
    Decoded marked = byMark(bytes);
    if (marked != null) {
      return marked;
    }
    Decoded declared = declared(bytes, contentType);
    Decoded utf8 =
        declared != null && declared.charset().equals(StandardCharsets.UTF_8.name())
            ? declared
            : strict(bytes, StandardCharsets.UTF_8);
    // Text in an eight-bit charset is never well-formed UTF-8 by chance, so UTF-8 wins over one.
    if (utf8 != null && (declared == null || isEightBit(declared.charset()))) {
      return utf8;
    }
    if (declared != null && !declared.charset().equals(LATIN.name())) {
      return declared;
    }
    String arabic = new String(bytes, ARABIC);
    if (ArabicLetters.make(arabic)) {
      return new Decoded(arabic, ARABIC.name());
    }
    Decoded nearly = nearlyUtf8(bytes);
    return nearly != null ? nearly : declared == null ? detected(bytes) : declared;
  }

  /** UTF-8 with a few broken characters among many whole ones: cut off, or pasted together. */
  private static @Nullable Decoded nearlyUtf8(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    long broken = text.chars().filter(c -> c == '\ufffd').count();
    long whole = text.chars().filter(c -> c >= 0x80 && c != '\ufffd').count();
    return broken * 10 < whole ? new Decoded(text, StandardCharsets.UTF_8.name()) : null;
  }

  private static @Nullable Decoded byMark(byte[] bytes) {
    int four = start(bytes, 4);
    if (four == 0x0000feff || four == 0xfffe0000) {
      return from(bytes, 4, four == 0x0000feff ? "UTF-32BE" : "UTF-32LE");
    }
    if (start(bytes, 3) == 0xefbbbf) {
      return from(bytes, 3, "UTF-8");
    }
    int two = start(bytes, 2);
    if (two == 0xfeff || two == 0xfffe) {
      return from(bytes, 2, two == 0xfeff ? "UTF-16BE" : "UTF-16LE");
    }
    String shape = SHAPES.getOrDefault(four, (four >>> 16) == 0x003c ? "UTF-16BE" : null);
    boolean utf16le = shape == null && (four >>> 16) == 0x3c00;
    return shape == null && !utf16le ? null : from(bytes, 0, shape == null ? "UTF-16LE" : shape);
  }

  private static int start(byte[] bytes, int count) {
    int number = 0;
    for (int i = 0; i < count; i++) {
      number = number << 8 | (i < bytes.length ? bytes[i] & 255 : 1);
    }
    return number;
  }

  private static Decoded from(byte[] bytes, int offset, String charset) {
    Charset known = Charset.forName(charset);
    return new Decoded(new String(bytes, offset, bytes.length - offset, known), known.name());
  }

  private static @Nullable Decoded declared(byte[] bytes, @Nullable String contentType) {
    Decoded byServer = named(bytes, HTTP.matcher(contentType == null ? "" : contentType));
    int head = Math.min(bytes.length, 1024);
    String prolog = new String(bytes, 0, head, StandardCharsets.ISO_8859_1);
    return byServer == null ? named(bytes, XML.matcher(prolog)) : byServer;
  }

  private static @Nullable Decoded named(byte[] bytes, Matcher matcher) {
    Charset charset = matcher.find() ? charset(matcher.group(1)) : null;
    return charset == null ? null : strict(bytes, charset);
  }

  private static @Nullable Charset charset(String name) {
    try {
      return Charset.forName(MEANT.getOrDefault(name.toLowerCase(Locale.ROOT), name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  /** The text, or null if these bytes are not of this charset. */
  private static @Nullable Decoded strict(byte[] bytes, Charset charset) {
    if (charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32")) {
      return null; // would have shown by its mark or its zeros
    }
    if (charset.equals(StandardCharsets.UTF_8)) {
      String text = new String(bytes, charset); // many times as fast as a decoder that reports
      if (text.indexOf('\ufffd') < 0) {
        return new Decoded(text, charset.name());
      }
    }
    try {
      String text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(
                  charset.equals(LATIN) ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return new Decoded(text, charset.name());
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static boolean isEightBit(String name) {
    return Charset.forName(name).newEncoder().maxBytesPerChar() <= 1f;
  }

  private static Decoded detected(byte[] bytes) {
    CharsetMatch match = new CharsetDetector().setText(bytes).detect();
    Charset charset = match == null ? null : charset(match.getName());
    Charset known = charset == null ? LATIN : charset;
    return new Decoded(new String(bytes, known), known.name());
  }
}
