package org.marsad.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marsad.alert.Phrases.Markup;
import org.marsad.text.Cut;
import org.marsad.text.Html;

/** Puts alerts that come together into words, grouped by watch. Pure functions. */
final class DigestText {
  /** Telegram's limit for a message, in code points after parsing. */
  private static final int MAX_CODE_POINTS = 4096;

  /** What right-to-left settling may add to a message. */
  private static final int ROOM = 400;

  /** More than these are counted, not listed. */
  static final int MAX_ITEMS = 150;

  private static final int MAX_LABEL = 60;
  private static final int MAX_OUTLET = 60;

  private DigestText() {}

  /**
   * The messages, each at most 4096 code points and ending behind an item.
   *
   * @param title the first line, markup
   */
  static List<Message> of(Chat chat, String title, List<Alert> alerts, Instant now) {
    Phrases phrases = Phrases.in(chat.language());
    Map<String, List<Alert>> byWatch = new LinkedHashMap<>();
    for (Alert alert : alerts.subList(0, Math.min(alerts.size(), MAX_ITEMS))) {
      byWatch.computeIfAbsent(label(alert), label -> new ArrayList<>()).add(alert);
    }
    List<String> pages = new ArrayList<>();
    StringBuilder page = new StringBuilder(title);
    for (Map.Entry<String, List<Alert>> group : byWatch.entrySet()) {
      String heading =
          "\n\n"
              + phrases.html(
                  "digest.watch", Map.of("what", group.getKey(), "n", group.getValue().size()));
      String before = heading;
      for (Alert alert : group.getValue()) {
        String line = before + "\n" + line(phrases, alert, now);
        if (length(page) + length(line) > MAX_CODE_POINTS - ROOM) {
          pages.add(page.toString());
          page = new StringBuilder(title);
          line = heading + "\n" + line(phrases, alert, now);
        }
        page.append(line);
        before = "";
      }
    }
    int more = alerts.size() - MAX_ITEMS;
    pages.add(page + (more > 0 ? "\n\n" + phrases.html("digest.more", Map.of("n", more)) : ""));
    return pages.stream().map(html -> phrases.message(html, List.of())).toList();
  }

  private static String label(Alert alert) {
    return alert.found().isEmpty() ? "" : Cut.atWord(alert.found().get(0).label(), MAX_LABEL);
  }

  private static String line(Phrases phrases, Alert alert, Instant now) {
    Chat chat = alert.chat();
    ItemText item = new ItemText(chat.language(), alert.item(), List.of());
    String line =
        phrases.html(
            "item.line",
            Map.of(
                "title",
                new Markup(item.title("b")),
                "outlet",
                Cut.atWord(alert.outlet(), MAX_OUTLET),
                "when",
                Times.at(chat.language(), chat.zone(), ItemText.when(alert.item()), now)));
    return alert.also().isEmpty() ? line : line + "\n" + AlertText.also(phrases, alert.also());
  }

  private static int length(CharSequence html) {
    String plain = Html.plain(html.toString());
    return plain.codePointCount(0, plain.length());
  }
}
