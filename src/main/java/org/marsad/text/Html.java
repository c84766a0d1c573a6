package org.marsad.text;

/** Telegram's HTML mode, as far as our messages use it. Pure functions. */
public final class Html {
  private Html() {}

  /**
   * Text from outside made harmless in a message's markup and in a quoted attribute: exactly the
   * four characters the server gives a meaning are written as references; it knows no others.
   */
  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /**
   * The offset behind the tag or reference that starts here.
   *
   * @throws IllegalArgumentException if it does not end, so this is no markup of ours
   */
  static int end(String html, int start) {
    int last = html.indexOf(html.charAt(start) == '<' ? '>' : ';', start);
    if (last < 0) {
      throw new IllegalArgumentException("markup that does not end at offset " + start);
    }
    return last + 1;
  }

  /** What is read when markup of ours is shown: tags gone, the four references undone. */
  public static String plain(String html) {
    StringBuilder plain = new StringBuilder(html.length());
    for (int i = 0; i < html.length(); i++) {
      if (html.charAt(i) == '<') {
        i = end(html, i) - 1;
      } else {
        plain.append(html.charAt(i));
      }
    }
    return plain
        .toString()
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }
}
