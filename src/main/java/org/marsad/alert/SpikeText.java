package org.marsad.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.marsad.feed.Item;

/** Puts a spike into words. Pure functions. */
final class SpikeText {
  private SpikeText() {}

  /** An item with its outlet's name. */
  record Line(Item item, String outlet) {}

  /**
   * The message that tells a spike, in the chat's language and zone.
   *
   * @param label what the chat calls the watch
   * @param now what relative times are seen from
   */
  static Message of(Chat chat, String label, Spike spike, List<Line> top, Instant now) {
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
    for (Line line : top) {
      lines.add(
          phrases.html(
              "item.line",
              Map.of(
                  "title",
                  new Phrases.Markup(
                      new ItemText(chat.language(), line.item(), List.of()).title("b")),
                  "outlet",
                  line.outlet(),
                  "when",
                  Times.ago(chat.language(), ItemText.when(line.item()), now))));
    }
    return phrases.message(String.join("\n", lines), List.of());
  }
}
