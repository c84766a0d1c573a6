package org.marsad.alert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.feed.Item;
import org.marsad.story.Verdict;

/**
 * A row for the outbox. Of an alert or an edit there is one a chat and item, of a notice one a chat
 * and key; a second one is not stored.
 *
 * @param chatId whom to tell, the key in the table {@code chats}
 * @param itemId what of; null for a notice, and where only the edited alert's own item changed
 * @param edits the alert (its id in the outbox) whose message is edited; null where a new one is
 *     sent
 * @param found what was found in the item, one entry a watch
 * @param notice a notice and what tells it from the chat's other notices; null where an item is
 *     told
 * @param way how it is told, or why it is not
 * @param like the chat's earlier alert that the item was compared with; null where there is none
 */
public record Entry(
    long chatId,
    @Nullable Long itemId,
    @Nullable Long edits,
    List<Alert.Found> found,
    @Nullable Keyed notice,
    Way way,
    @Nullable Like like) {
  /** Copies what was found. */
  public Entry {
    found = List.copyOf(found);
  }

  /** What an item was found to be to that of an earlier alert, by its id in the outbox. */
  public record Like(long alertId, Verdict verdict) {}

  /**
   * A notice's words.
   *
   * @param key at most 200 characters, as {@code digest 2026-03-01T07:00}: stored twice, told once
   */
  public record Keyed(String key, Message message) {}

  /**
   * How something is told, or why it is not.
   *
   * @param priority what goes before what
   * @param silent whether it arrives without a sound
   * @param due when, at the earliest
   * @param suppressed why it is kept but never told; empty where it is told
   * @param hold why it waits to be told together with others, and until when; null where it is told
   *     alone
   */
  public record Way(
      Priority priority, boolean silent, Instant due, String suppressed, @Nullable Hold hold) {
    /** Told alone, or not at all. */
    public Way(Priority priority, boolean silent, Instant due, String suppressed) {
      this(priority, silent, due, suppressed, null);
    }

    /** The same way, but later, together with others. */
    public Way held(Held why, Instant until) {
      return new Way(priority, silent, due, suppressed, new Hold(why, until));
    }

    /** How urgent what is told so is. */
    Urgency urgency() {
      if (hold != null && hold.why() == Held.DIGEST) {
        return Urgency.DIGEST;
      }
      return priority == Priority.URGENT
          ? Urgency.URGENT
          : silent ? Urgency.SILENT : Urgency.INSTANT;
    }

    /** At once, with a sound. */
    public static Way instant(Instant now) {
      return new Way(Priority.INSTANT, false, now, "");
    }

    /** The same way, with another priority. */
    Way as(Priority other) {
      return new Way(other, silent, due, suppressed, hold);
    }

    /** The same way, but without a sound. */
    Way silently() {
      return new Way(priority, true, due, suppressed, hold);
    }

    /** The same way, but not: for this reason. */
    public Way suppressed(String reason) {
      return new Way(priority, silent, due, reason);
    }
  }

  /** Why something waits to be told together with others. */
  public enum Held {
    /** All its watches are told in the digest. */
    DIGEST,
    /** It came in the chat's quiet hours. */
    QUIET,
    /** Its watches had too many alerts in this hour. */
    CAP
  }

  /** Why it waits, and until when. */
  public record Hold(Held why, Instant until) {}

  /** One alert. */
  public static Entry alert(long chatId, Item item, List<Alert.Found> found, Way way) {
    return new Entry(chatId, item.id(), null, found, null, way, null);
  }

  /**
   * An item is told by editing an earlier alert of the chat's. Where that alert still waits it
   * tells the item itself, so the edit is suppressed when its turn comes; an edit that waits is
   * replaced by a later one of the same alert.
   *
   * @param alertId the earlier alert's id in the outbox
   */
  public static Entry edit(long chatId, Item item, long alertId, List<Alert.Found> found, Way way) {
    return new Entry(chatId, item.id(), alertId, found, null, way, null);
  }

  /** An alert that was told is told anew, since its item was changed. */
  static Entry retold(long chatId, long alertId, Way way) {
    return new Entry(chatId, null, alertId, List.of(), null, way, null);
  }

  /** The same, compared with an earlier alert. */
  Entry like(long earlier, Verdict verdict) {
    return new Entry(chatId, itemId, edits, found, notice, way, new Like(earlier, verdict));
  }

  /** A notice. */
  public static Entry notice(long chatId, String key, Message message, Way way) {
    return new Entry(chatId, null, null, List.of(), new Keyed(key, message), way, null);
  }
}
