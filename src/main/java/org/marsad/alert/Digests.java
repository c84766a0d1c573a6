package org.marsad.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Tells what was held back when its time has come: the digest, what quiet hours kept, what was too
 * much in an hour. The messages are put into the outbox in the transaction that settles what they
 * tell, so a crash neither loses nor repeats them. Thread-safe.
 */
public final class Digests {
  private final Jdbi jdbi;
  private final Outbox outbox;

  /** Works on this database. */
  public Digests(Jdbi jdbi, Outbox outbox) {
    this.jdbi = jdbi;
    this.outbox = outbox;
  }

  private record Due(long chatId, Entry.Held held) {}

  /** Puts all that is due into the outbox. Returns how many messages. */
  public int tell(Instant now) {
    List<Due> due =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT DISTINCT chat_id, held FROM outbox
                        WHERE state = 'held' AND release_at <= ? ORDER BY chat_id, held""")
                    .bind(0, now)
                    .map(
                        (row, context) ->
                            new Due(
                                row.getLong("chat_id"), Entry.Held.valueOf(row.getString("held"))))
                    .list());
    int told = 0;
    for (Due one : due) {
      told += jdbi.inTransaction(handle -> tell(handle, one, now, now));
    }
    return told + tellEmpty(now);
  }

  /** The chat's digest at once, whatever the time. Returns how many messages; 0 if it is empty. */
  public int tellNow(Chat chat, Instant now) {
    return jdbi.inTransaction(
        handle -> tell(handle, new Due(chat.id(), Entry.Held.DIGEST), Instant.MAX, now));
  }

  /** The chat's row is the lock. */
  private int tell(Handle handle, Due due, Instant released, Instant now) {
    Chat chat =
        handle
            .createQuery("SELECT " + Chats.COLUMNS + " FROM chats WHERE id = ? FOR UPDATE")
            .bind(0, due.chatId())
            .map(Chats::row)
            .one();
    List<Alert> alerts = held(handle, chat, due.held(), released);
    if (alerts.isEmpty()) {
      return 0;
    }
    String key = due.held().name() + " " + now;
    List<Message> messages = Gathering.words(chat, due.held(), alerts, key, now);
    settle(handle, alerts, key, now);
    put(handle, chat, key, messages, now);
    return messages.size();
  }

  private static List<Alert> held(Handle handle, Chat chat, Entry.Held held, Instant released) {
    String due = released.equals(Instant.MAX) ? "" : " AND o.release_at <= :now";
    var query =
        handle
            .createQuery(
                Past.SELECT
                    + "o.chat_id = :chat AND o.state = 'held' AND o.held = :held"
                    + due
                    + " ORDER BY o.id")
            .bind("chat", chat.id())
            .bind("held", held.name());
    if (!due.isEmpty()) {
      query.bind("now", released);
    }
    return Echoes.in(handle, query.map((row, context) -> Past.alert(row, context, chat)).list());
  }

  private static void settle(Handle handle, List<Alert> alerts, String key, Instant now) {
    var batch =
        handle.prepareBatch(
            """
            UPDATE outbox SET state = 'suppressed', reason = :reason, told_in = :key, settled_at = :now
            WHERE id = :id""");
    for (Alert alert : alerts) {
      batch
          .bind("reason", "told together with others: " + key)
          .bind("key", key)
          .bind("now", now)
          .bind("id", alert.id())
          .add();
    }
    batch.execute();
  }

  private void put(Handle handle, Chat chat, String key, List<Message> messages, Instant now) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      entries.add(
          Entry.notice(
              chat.id(),
              "digest " + key + " " + i,
              messages.get(i),
              new Entry.Way(Priority.DIGEST, i > 0, now, "")));
    }
    outbox.put(handle, entries, now);
  }

  /** Chats that want to be told so of an empty digest; its next time is kept with it. */
  private int tellEmpty(Instant now) {
    List<Chat> due =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT "
                            + Chats.COLUMNS
                            + " FROM chats WHERE empty_digest_at <= ? AND state = 'active'")
                    .bind(0, now)
                    .map(Chats::row)
                    .list());
    int told = 0;
    for (Chat chat : due) {
      told += jdbi.inTransaction(handle -> tellEmpty(handle, chat, now));
    }
    return told;
  }

  private int tellEmpty(Handle handle, Chat chat, Instant now) {
    Instant due =
        handle
            .createQuery("SELECT empty_digest_at FROM chats WHERE id = ? FOR UPDATE")
            .bind(0, chat.id())
            .mapTo(Instant.class)
            .findOne()
            .orElse(Instant.MAX);
    if (due.isAfter(now)) {
      return 0;
    }
    String times =
        handle
            .createQuery("SELECT digest_times FROM chats WHERE id = ?")
            .bind(0, chat.id())
            .mapTo(String.class)
            .one();
    handle.execute(
        "UPDATE chats SET empty_digest_at = ? WHERE id = ?",
        TimesOfDay.next(TimesOfDay.read(times), now, chat.zone()),
        chat.id());
    boolean told =
        handle
                .createQuery(
                    "SELECT count(*) FROM outbox WHERE chat_id = ? AND told_in LIKE 'DIGEST %' AND settled_at >= ?")
                .bind(0, chat.id())
                .bind(1, due)
                .mapTo(Integer.class)
                .one()
            > 0;
    if (told) {
      return 0;
    }
    Phrases phrases = Phrases.in(chat.language());
    Message message = phrases.message(phrases.html("digest.empty"), List.of());
    put(handle, chat, "EMPTY " + due, List.of(message), now);
    return 1;
  }

  /** What a message of many that were too much in an hour stands for, as lists of them. */
  public List<Message> folded(Chat chat, String key, Instant now) {
    List<Alert> alerts =
        jdbi.withHandle(
            handle ->
                Echoes.in(
                    handle,
                    handle
                        .createQuery(
                            Past.SELECT + "o.chat_id = :chat AND o.told_in = :key ORDER BY o.id")
                        .bind("chat", chat.id())
                        .bind("key", key)
                        .map((row, context) -> Past.alert(row, context, chat))
                        .list()));
    return alerts.isEmpty()
        ? List.of()
        : DigestText.of(
            chat,
            Phrases.in(chat.language()).html("folded.title", Map.of("n", alerts.size())),
            alerts,
            now);
  }
}
