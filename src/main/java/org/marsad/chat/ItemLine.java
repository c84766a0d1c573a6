package org.marsad.chat;

import java.util.Map;
import org.marsad.alert.ItemText;
import org.marsad.alert.Phrases.Markup;
import org.marsad.archive.Found;

/** A stored item that was found, as lists show it. Pure functions. */
final class ItemLine {
  private static final int MAX_EXCERPT = 160;

  private ItemLine() {}

  /** Its headline with outlet and time, and its sentence too where the hit does not stand there. */
  static String of(Talk talk, Found found, String when) {
    ItemText item = new ItemText(talk.language(), found.item(), found.places());
    Map<String, Object> values =
        Map.of("title", new Markup(item.title("b")), "outlet", found.feed().title(), "when", when);
    String line = talk.html("item.line", values);
    String sentence = item.isHitInTitle() ? "" : item.excerpt(MAX_EXCERPT).orElse("");
    return sentence.isEmpty() ? line : line + "\n<blockquote>" + sentence + "</blockquote>";
  }
}
