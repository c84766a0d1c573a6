package org.marsad.feed;

import java.util.regex.Pattern;

/** What is cut away from a feed's text before it is read as XML. */
final class XmlText {
  private static final Pattern CONTROL =
      Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\ufffe\\uffff]");
  private static final Pattern CHARACTER_REFERENCE_TO_CONTROL =
      Pattern.compile(
          "&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[1245-9]|2[0-9]|3[01]));",
          Pattern.CASE_INSENSITIVE);

  private XmlText() {}

  /**
   * From the first tag on, without DOCTYPE (so no entity is ever declared) and control characters.
   */
  static String clean(String text) {
    int start = text.indexOf('<');
    String body = start < 0 ? "" : text.substring(start);
    String plain = CONTROL.matcher(body).replaceAll("");
    return withoutDoctype(CHARACTER_REFERENCE_TO_CONTROL.matcher(plain).replaceAll(""));
  }

  private static String withoutDoctype(String text) {
    int head = Math.min(text.length(), 100_000);
    int start = text.substring(0, head).toUpperCase(java.util.Locale.ROOT).indexOf("<!DOCTYPE");
    if (start < 0) {
      return text;
    }
    return text.substring(0, start) + text.substring(doctypeEnd(text, start));
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
