package org.marsad.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.marsad.text.Cut;
import org.marsad.text.Direction;
import org.marsad.text.Html;
import org.marsad.text.Language;
import org.marsad.text.Marked;

/** Puts an alert into words. Pure functions. */
public final class AlertText {
  private static final int MAX_NAME = 60;
  private static final int MAX_NAMES = 400;
  private static final int MAX_EXCERPT = 600;
  private static final int MAX_OUTLET = 80;
  private static final int MAX_ALSO = 8;
  private static final int MAX_ALSO_NAME = 30;

  private AlertText() {}

  /**
   * The message that tells an alert, in the chat's language and zone. At most 4096 code points,
   * whatever the feed says.
   *
   * @param now what relative times are seen from
   */
  public static Message of(Alert alert, Instant now) {
    Language language = alert.chat().language();
    Phrases phrases = Phrases.in(language);
    ItemText item =
        new ItemText(
            language,
            alert.item(),
            alert.found().stream().flatMap(found -> found.places().stream()).toList());
    List<String> lines = new ArrayList<>();
    lines.add("🔔 " + names(phrases, language, alert));
    lines.add("<b>" + item.title("u") + "</b>");
    item.excerpt(MAX_EXCERPT)
        .ifPresent(excerpt -> lines.add("<blockquote>" + excerpt + "</blockquote>"));
    lines.add(foot(phrases, alert, now));
    if (!alert.also().isEmpty()) {
      lines.add(also(phrases, alert.also()));
    }
    return phrases.message(
        String.join("\n", lines), AlertButtons.of(phrases, alert.id(), item.link()));
  }

  /** The watches that were hit, as many as fit, and how many more there are. */
  private static String names(Phrases phrases, Language language, Alert alert) {
    List<String> labels =
        alert.found().stream()
            .map(found -> Marked.line(found.label()))
            .filter(label -> !label.isEmpty())
            .distinct()
            .toList();
    StringBuilder names = new StringBuilder();
    int left = MAX_NAMES;
    int shown = 0;
    for (String label : labels) {
      String name = Cut.atWord(label, MAX_NAME);
      left -= name.codePointCount(0, name.length()) + 3;
      if (left < 0) {
        break;
      }
      names.append(shown == 0 ? "" : " · ").append(Direction.within(language, Html.escape(name)));
      shown++;
    }
    int more = labels.size() - shown;
    return more == 0
        ? names.toString()
        : names + " · " + phrases.html("alert.more", Map.of("n", more));
  }

  /** The other outlets that reported it, at most eight by name. */
  static String also(Phrases phrases, List<String> outlets) {
    String names =
        outlets.stream()
            .limit(MAX_ALSO)
            .map(outlet -> Cut.atWord(Marked.line(outlet), MAX_ALSO_NAME))
            .map(name -> Direction.within(phrases.language(), Html.escape(name)))
            .collect(Collectors.joining(phrases.plain("own.comma") + " "));
    int more = outlets.size() - MAX_ALSO;
    String also = phrases.html("alert.also") + " " + names;
    return more <= 0 ? also : also + " " + phrases.html("alert.also.more", Map.of("n", more));
  }

  private static String foot(Phrases phrases, Alert alert, Instant now) {
    Instant when = ItemText.when(alert.item());
    Chat chat = alert.chat();
    return phrases.html(
        "alert.foot",
        Map.of(
            "outlet",
            Cut.atWord(alert.outlet(), MAX_OUTLET),
            "time",
            Times.at(chat.language(), chat.zone(), when, now),
            "ago",
            Times.ago(chat.language(), when, now)));
  }
}
