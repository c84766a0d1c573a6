package org.marsad.alert;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A long text as messages that Telegram takes, broken between lines only. Every message begins with
 * the title, and with the heading its first line stands under. Not thread-safe.
 */
final class Pages {
  /** Telegram's limit, counted after the markup is read. */
  private static final int MAX_CODE_POINTS = 4096;

  /** Telegram's limit for the markup itself is 32,768: Arabic addresses are long. */
  private static final int MAX_BYTES = 30_000;

  private final Phrases phrases;
  private final String title;
  private final List<String> full = new ArrayList<>();
  private final StringBuilder page = new StringBuilder();
  private Size size = new Size(0, 0);
  private String heading = "";
  private boolean headed;

  /** What a text takes of a message. */
  private record Size(int codePoints, int bytes) {
    static Size of(Message message) {
      String plain = message.plain();
      return new Size(
          plain.codePointCount(0, plain.length()),
          message.html().getBytes(StandardCharsets.UTF_8).length);
    }

    Size plus(Size other) {
      return new Size(codePoints + other.codePoints, bytes + other.bytes);
    }

    boolean fits() {
      return codePoints <= MAX_CODE_POINTS && bytes <= MAX_BYTES;
    }
  }

  /** Begins with a title, markup. */
  Pages(Phrases phrases, String title) {
    this.phrases = phrases;
    this.title = title;
    append(title);
  }

  /** What is added from here on stands under another heading, markup; empty for none. */
  void under(String markup) {
    heading = markup.isEmpty() ? "\n" : "\n\n" + markup;
    headed = false;
  }

  /** Adds a line of markup. */
  void add(String line) {
    String more = (headed ? "" : heading) + "\n" + line;
    if (!size.plus(size(more)).fits()) {
      full.add(page.toString());
      page.setLength(0);
      size = new Size(0, 0);
      append(title);
      more = heading + "\n" + line;
    }
    append(more);
    headed = true;
  }

  private void append(String markup) {
    page.append(markup);
    size = size.plus(size(markup));
  }

  private Size size(String markup) {
    return Size.of(phrases.message(markup, List.of()));
  }

  /** All of it. */
  List<Message> messages() {
    List<String> all = new ArrayList<>(full);
    all.add(page.toString());
    return all.stream().map(html -> phrases.message(html, List.of())).toList();
  }
}
