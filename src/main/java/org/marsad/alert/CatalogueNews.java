package org.marsad.alert;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.marsad.alert.Phrases.Markup;
import org.marsad.text.Cut;

/**
 * Tells the operator's chats that a catalogue cannot be read as it is now, and that it can again.
 * Thread-safe.
 */
public final class CatalogueNews {
  private static final int MAX_REASON = 1000;

  /** A catalogue. */
  public enum Which {
    /** Of people, forces, places and bodies. */
    ENTITIES("catalogue.entities"),
    /** Of sources. */
    SOURCES("catalogue.sources");

    private final String phrase;

    Which(String phrase) {
      this.phrase = phrase;
    }
  }

  private final Jdbi jdbi;
  private final Outbox outbox;
  private final Set<Long> admins;
  private final Clock clock;

  /**
   * @param admins Telegram's numbers of the operator's chats
   */
  public CatalogueNews(Jdbi jdbi, Outbox outbox, Set<Long> admins, Clock clock) {
    this.jdbi = jdbi;
    this.outbox = outbox;
    this.admins = Set.copyOf(admins);
    this.clock = clock;
  }

  /**
   * Tells it.
   *
   * @param reason what is wrong with it, with file and line; empty where it is well again
   */
  public void tell(Which which, String reason) {
    Instant now = clock.instant();
    Entry.Way at = new Entry.Way(Priority.INSTANT, false, now, "");
    String key = "catalogue " + which + " " + now;
    jdbi.useTransaction(
        handle -> {
          List<Entry> entries =
              Chats.operators(handle, admins).stream()
                  .map(chat -> Entry.notice(chat.id(), key, words(chat, which, reason), at))
                  .toList();
          outbox.put(handle, entries, now);
        });
  }

  private static Message words(Chat chat, Which which, String reason) {
    Phrases phrases = Phrases.in(chat.language());
    Map<String, ?> values =
        Map.of(
            "what",
            new Markup(phrases.html(which.phrase)),
            "reason",
            Cut.atWord(reason, MAX_REASON));
    String key = reason.isEmpty() ? "catalogue.mended" : "catalogue.wrong";
    return phrases.message(phrases.html(key, values), List.of());
  }
}
