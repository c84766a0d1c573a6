package org.marsad.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads HTML as strictly as Telegram's server does, and more strictly: only the tags we use, every
 * one closed, no bare angle bracket, ampersand or quotation mark.
 */
public final class TelegramHtml {
  private static final Set<String> TAGS = Set.of("b", "u", "i", "a", "blockquote", "code");
  private static final Pattern PIECE =
      Pattern.compile(
          "<(?<open>[a-z]+)(?: href=\"[^\"<>]*\")?>|</(?<close>[a-z]+)>|&(?:amp|lt|gt|quot);|[^<>&\"]",
          Pattern.DOTALL);

  private TelegramHtml() {}

  /**
   * The text that is shown.
   *
   * @throws AssertionError if the server would refuse it
   */
  public static String read(String html) {
    StringBuilder text = new StringBuilder();
    Deque<String> open = new ArrayDeque<>();
    Matcher piece = PIECE.matcher(html);
    int at = 0;
    for (; at < html.length() && piece.find(at) && piece.start() == at; at = piece.end()) {
      if (piece.group("open") != null) {
        require(TAGS.contains(piece.group("open")), html, at);
        open.push(piece.group("open"));
      } else if (piece.group("close") != null) {
        require(piece.group("close").equals(open.poll()), html, at);
      } else {
        text.append(reference(piece.group()));
      }
    }
    require(at == html.length() && open.isEmpty(), html, at);
    return text.toString();
  }

  private static String reference(String piece) {
    return switch (piece) {
      case "&amp;" -> "&";
      case "&lt;" -> "<";
      case "&gt;" -> ">";
      case "&quot;" -> "\"";
      default -> piece;
    };
  }

  private static void require(boolean fine, String html, int at) {
    if (!fine) {
      throw new AssertionError("the server would refuse at offset " + at + ": " + html);
    }
  }
}
