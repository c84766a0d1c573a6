package org.marsad.playground;

/** Character references as Telegram decodes them: {@code lt gt amp quot} and numbers, no others. */
final class HtmlReference {
  private static final int MAX_CHARS = 10;

  private HtmlReference() {}

  /**
   * Appends the character at a position, decoded if a reference starts there.
   *
   * @return the position behind what was read
   */
  static int append(String html, int position, StringBuilder to) {
    if (html.charAt(position) == '&') {
      int end = end(html, position);
      int code = decode(html.substring(position + 1, end));
      if (code > 0 && end - position < MAX_CHARS) {
        to.appendCodePoint(code);
        return end < html.length() && html.charAt(end) == ';' ? end + 1 : end;
      }
    }
    to.append(html.charAt(position));
    return position + 1;
  }

  private static int end(String html, int position) {
    int end = position + 1;
    if (html.startsWith("#x", end)) {
      return run(html, end + 2, "0123456789abcdefABCDEF");
    }
    if (html.startsWith("#", end)) {
      return run(html, end + 1, "0123456789");
    }
    while (end < html.length() && isLetter(html.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int run(String html, int from, String allowed) {
    int end = from;
    while (end < html.length() && allowed.indexOf(html.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** The code point a name or number stands for; 0 if the server leaves it as it is. */
  private static int decode(String name) {
    return switch (name) {
      case "lt" -> '<';
      case "gt" -> '>';
      case "amp" -> '&';
      case "quot" -> '"';
      default -> number(name);
    };
  }

  private static int number(String name) {
    boolean hex = name.startsWith("#x");
    String digits = hex ? name.substring(2) : name.startsWith("#") ? name.substring(1) : "";
    if (digits.isEmpty() || digits.length() > MAX_CHARS) {
      return 0;
    }
    long code = Long.parseLong(digits, hex ? 16 : 10);
    return code < Character.MAX_CODE_POINT ? (int) code : 0;
  }
}
