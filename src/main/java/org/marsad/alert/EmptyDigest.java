package org.marsad.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * When a chat that wants to be told so of an empty digest may have one: the column {@code
 * empty_digest_at}, within the caller's transaction.
 */
final class EmptyDigest {
  private EmptyDigest() {}

  /** Since when the chat's digest is due, if it is. */
  static Optional<Instant> due(Handle handle, long chatId, Instant now) {
    return handle
        .createQuery("SELECT empty_digest_at FROM chats WHERE id = ? AND empty_digest_at <= ?")
        .bind(0, chatId)
        .bind(1, now)
        .mapTo(Instant.class)
        .findOne();
  }

  /** Whether a digest was told since. */
  static boolean isTold(Handle handle, long chatId, Instant due) {
    return handle
            .createQuery(
                "SELECT count(*) FROM outbox WHERE chat_id = ? AND told_in LIKE 'DIGEST %' AND settled_at >= ?")
            .bind(0, chatId)
            .bind(1, due)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /** The chat's next one is due at its next time. */
  static void next(Handle handle, Chat chat, Instant now) {
    String times =
        handle
            .createQuery("SELECT digest_times FROM chats WHERE id = ?")
            .bind(0, chat.id())
            .mapTo(String.class)
            .one();
    next(handle, chat.id(), TimesOfDay.next(TimesOfDay.read(times), now, chat.zone()));
  }

  /** The chat's next one is due then. */
  static void next(Handle handle, long chatId, Instant due) {
    handle.execute("UPDATE chats SET empty_digest_at = ? WHERE id = ?", due, chatId);
  }

  /** That there is nothing. */
  static Message words(Chat chat) {
    Phrases phrases = Phrases.in(chat.language());
    return phrases.message(phrases.html("digest.empty"), List.of());
  }
}
