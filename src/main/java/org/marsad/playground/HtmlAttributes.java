package org.marsad.playground;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The attributes of one start tag, read as Telegram's parser does. */
final class HtmlAttributes {
  private final String html;
  private final String tag;
  private final int tagBegin;
  private final Map<String, String> values = new HashMap<>();
  private int position;

  /**
   * Stands behind a tag's name.
   *
   * @param tagBegin where the tag's {@code <} is, for the error texts
   */
  HtmlAttributes(String html, String tag, int tagBegin, int position) {
    this.html = html;
    this.tag = tag;
    this.tagBegin = tagBegin;
    this.position = position;
  }

  Map<String, String> values() {
    return values;
  }

  /** Reads up to the tag's {@code >} and returns its place. */
  int read() {
    while (true) {
      position = skipSpaces(html, position);
      if (at(position) == '>') {
        return position;
      }
      String name = name();
      position = skipSpaces(html, position);
      if (at(position) == '=') {
        position = skipSpaces(html, position + 1);
        mustBeOpen(" \"" + tag + "\"");
        values.put(name, value());
        mustBeOpen("");
      } else {
        mustBeOpen(" \"" + tag + "\"");
        values.put(name, "");
      }
    }
  }

  /** A name; its case counts. */
  private String name() {
    int begin = position;
    while (position < html.length()
        && !isSpace(at(position))
        && "=>/\"'".indexOf(at(position)) < 0) {
      position++;
    }
    if (position == begin) {
      throw HtmlReader.wrong(
          "Empty attribute name in the tag \""
              + tag
              + "\" at byte offset "
              + bytesBefore(html, tagBegin));
    }
    return html.substring(begin, position);
  }

  private String value() {
    char quote = at(position);
    return quote == '"' || quote == '\'' ? quoted(quote) : token();
  }

  private String quoted(char quote) {
    StringBuilder value = new StringBuilder();
    position++;
    while (position < html.length() && at(position) != quote) {
      position = HtmlReference.append(html, position, value);
    }
    position++;
    return value.toString();
  }

  /** Letters, digits, periods and hyphens, in lower case. */
  private String token() {
    int begin = position;
    while (position < html.length() && isTokenPart(at(position))) {
      position++;
    }
    if (position < html.length() && !isSpace(at(position)) && at(position) != '>') {
      throw HtmlReader.wrong(
          "Unexpected end of name token at byte offset " + bytesBefore(html, begin));
    }
    return html.substring(begin, position).toLowerCase(Locale.ROOT);
  }

  private void mustBeOpen(String named) {
    if (position >= html.length()) {
      throw HtmlReader.wrong(
          "Unclosed start tag" + named + " at byte offset " + bytesBefore(html, tagBegin));
    }
  }

  private char at(int index) {
    return index < html.length() ? html.charAt(index) : '\0';
  }

  private static boolean isTokenPart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == '-';
  }

  private static boolean isSpace(char c) {
    return " \t\r\n\0\u000b".indexOf(c) >= 0;
  }

  /** Where a tag's name ends: at a space, at {@code >} or with the text. */
  static int tokenEnd(String html, int from) {
    int end = Math.min(from, html.length());
    while (end < html.length() && !isSpace(html.charAt(end)) && html.charAt(end) != '>') {
      end++;
    }
    return end;
  }

  static int skipSpaces(String html, int from) {
    int end = from;
    while (end < html.length() && isSpace(html.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The offset the server's error texts count: UTF-8 bytes. */
  static int bytesBefore(String html, int index) {
    return html.substring(0, index).getBytes(StandardCharsets.UTF_8).length;
  }
}
