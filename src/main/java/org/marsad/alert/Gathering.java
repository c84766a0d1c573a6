package org.marsad.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.marsad.text.Cut;

/** Puts what was held back for one reason into messages. Pure functions. */
final class Gathering {
  /** The callback data that ask for what is folded: this, a colon, the key. */
  static final String MORE = "more";

  private static final int MAX_LABELS = 200;

  private Gathering() {}

  /**
   * The messages that tell them.
   *
   * @param rows one chat's, at least one
   * @param key by which a button asks for the list
   */
  static List<Message> words(Entry.Held held, List<HeldBack.Row> rows, String key, Instant now) {
    List<Alert> alerts = rows.stream().map(HeldBack.Row::alert).toList();
    Chat chat = alerts.get(0).chat();
    return switch (held) {
      case DIGEST -> DigestText.of(chat, "digest.title", alerts, now);
      case QUIET -> DigestText.of(chat, "quiet.title", alerts, now);
      case CAP -> List.of(crowd(Phrases.in(chat.language()), alerts, key));
    };
  }

  private static Message crowd(Phrases phrases, List<Alert> alerts, String key) {
    String labels =
        alerts.stream()
            .flatMap(alert -> alert.found().stream())
            .map(Alert.Found::label)
            .distinct()
            .collect(Collectors.joining(" · "));
    String html =
        phrases.html("folded", Map.of("n", alerts.size(), "what", Cut.atWord(labels, MAX_LABELS)));
    return phrases.message(
        html, List.of(List.of(Button.callback(phrases.plain("button.more"), MORE + ":" + key))));
  }
}
