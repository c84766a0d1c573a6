package org.marsad.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marsad.alert.Phrases.Markup;
import org.marsad.text.Cut;

/** Puts alerts that come together into words, grouped by watch. Pure functions. */
final class DigestText {
  /** More than these are counted, not listed. */
  static final int MAX_ITEMS = 150;

  private static final int MAX_LABEL = 60;
  private static final int MAX_OUTLET = 60;

  private DigestText() {}

  /**
   * The messages, each as long as Telegram takes and ending behind an item.
   *
   * @param title the key of the first line
   * @param alerts one a line, with the other outlets that report the same
   */
  static List<Message> of(Chat chat, String title, List<Alert> alerts, Instant now) {
    Phrases phrases = Phrases.in(chat.language());
    Pages pages = new Pages(phrases, phrases.html(title, Map.of("n", alerts.size())));
    Map<Long, List<Alert>> byWatch = new LinkedHashMap<>();
    for (Alert alert : alerts.subList(0, Math.min(alerts.size(), MAX_ITEMS))) {
      byWatch.computeIfAbsent(watch(alert), watch -> new ArrayList<>()).add(alert);
    }
    for (List<Alert> group : byWatch.values()) {
      Map<String, Object> values = Map.of("what", label(group.get(0)), "n", group.size());
      pages.under(phrases.html("digest.watch", values));
      group.forEach(alert -> pages.add(line(phrases, alert, now)));
    }
    if (alerts.size() > MAX_ITEMS) {
      pages.under("");
      pages.add(phrases.html("digest.more", Map.of("n", alerts.size() - MAX_ITEMS)));
    }
    return pages.messages();
  }

  /** The watch an alert is listed under. */
  private static long watch(Alert alert) {
    return alert.found().isEmpty() ? 0 : alert.found().get(0).watch();
  }

  private static String label(Alert alert) {
    return alert.found().isEmpty() ? "" : Cut.atWord(alert.found().get(0).label(), MAX_LABEL);
  }

  private static String line(Phrases phrases, Alert alert, Instant now) {
    Chat chat = alert.chat();
    Markup title = new Markup(new ItemText(chat.language(), alert.item(), List.of()).title("b"));
    String outlet = Cut.atWord(alert.outlet(), MAX_OUTLET);
    String when = Times.at(chat.language(), chat.zone(), ItemText.when(alert.item()), now);
    Map<String, Object> values = Map.of("title", title, "outlet", outlet, "when", when);
    String line = phrases.html("item.line", values);
    return alert.also().isEmpty() ? line : line + " " + AlertText.also(phrases, alert.also());
  }
}
