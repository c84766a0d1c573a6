package org.marsad.feed;

import java.util.regex.Pattern;

/** What is cut away from a feed's text before it is read as XML. */
final class XmlText {
  private static final Pattern CHARACTER_REFERENCE_TO_CONTROL =
      Pattern.compile(
          "&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[1245-9]|2[0-9]|3[01]));",
          Pattern.CASE_INSENSITIVE);

  private static final String DOCTYPE = "<!DOCTYPE";
  private static final int DOCTYPE_WITHIN_CHARS = 100_000;

  private XmlText() {}

  /**
   * From the first tag on, without DOCTYPE (so no entity is ever declared) and control characters.
   */
  static String clean(String text) {
    int start = text.indexOf('<');
    String plain = withoutControls(start < 0 ? "" : text.substring(start));
    boolean refers = plain.contains("&#");
    return withoutDoctype(
        refers ? CHARACTER_REFERENCE_TO_CONTROL.matcher(plain).replaceAll("") : plain);
  }

  private static String withoutControls(String text) {
    if (text.chars().noneMatch(XmlText::isControl)) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    text.chars().filter(c -> !isControl(c)).forEach(c -> kept.append((char) c));
    return kept.toString();
  }

  private static boolean isControl(int c) {
    return (c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7f || c >= 0xfffe;
  }

  private static String withoutDoctype(String text) {
    int last = Math.min(text.length(), DOCTYPE_WITHIN_CHARS) - DOCTYPE.length();
    int start = text.indexOf("<!");
    while (start >= 0 && !text.regionMatches(true, start, DOCTYPE, 0, DOCTYPE.length())) {
      start = text.indexOf("<!", start + 1);
    }
    return start < 0 || start > last
        ? text
        : text.substring(0, start) + text.substring(doctypeEnd(text, start));
  }

  /** After the {@code >} that closes it: one outside quotes and outside the internal subset. */
  private static int doctypeEnd(String text, int start) {
    boolean inside = false;
    char quote = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '[' || c == ']') {
        inside = c == '[';
      } else if (c == '>' && !inside) {
        return i + 1;
      }
    }
    return Math.min(text.length(), text.indexOf('>', start) + 1);
  }
}
