package org.marsad.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.marsad.alert.Phrases.Markup;
import org.marsad.feed.Item;
import org.marsad.text.Language;

/**
 * Puts a spike into words. Pure functions.
 *
 * @param label what the chat calls the watch
 * @param top the newest items
 */
record SpikeText(String label, Spike spike, List<Line> top) {
  /** An item with its outlet's name. */
  record Line(Item item, String outlet) {}

  /** The message, which says when it was true where it is told later. */
  Message of(Chat chat, boolean later, Instant now) {
    Phrases phrases = Phrases.in(chat.language());
    List<String> lines = new ArrayList<>();
    Map<String, Object> figures =
        Map.of(
            "what", label,
            "stories", spike.stories(),
            "sources", spike.sources(),
            "usual", Math.round(spike.usual()));
    boolean inAnHour = spike.window().toHours() == 1;
    lines.add(inAnHour ? phrases.html("spike.hour", figures) : phrases.html("spike.day", figures));
    if (later) {
      String time = Times.at(chat.language(), chat.zone(), now, now);
      lines.add(phrases.html("spike.seen", Map.of("time", time)));
    }
    top.forEach(line -> lines.add(line(phrases, chat, line, now)));
    return phrases.message(String.join("\n", lines), List.of());
  }

  private static String line(Phrases phrases, Chat chat, Line line, Instant now) {
    Language language = chat.language();
    Markup title = new Markup(new ItemText(language, line.item(), List.of()).title("b"));
    String when = Times.at(language, chat.zone(), ItemText.when(line.item()), now);
    return phrases.html("item.line", Map.of("title", title, "outlet", line.outlet(), "when", when));
  }
}
