package org.marsad.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Tells what was held back when its time has come: the digest, what quiet hours kept, what was too
 * much in an hour. The messages are put into the outbox in the transaction that settles what they
 * tell, so a crash neither loses nor repeats them. Whatever is due in quiet hours comes at their
 * end, and while everything is muted, behind that. Thread-safe.
 */
public final class Digests {
  private final Jdbi jdbi;
  private final Outbox outbox;
  private final Attempts attempts = new Attempts("what is held for");

  /** Works on this database. */
  public Digests(Jdbi jdbi, Outbox outbox) {
    this.jdbi = jdbi;
    this.outbox = outbox;
  }

  private record Due(long chatId, Entry.Held held) {}

  /** Puts all that is due into the outbox. Returns how many messages. */
  public int tell(Instant now) {
    int told = 0;
    for (Due due : due(now)) {
      told += attempts.of(due, () -> jdbi.inTransaction(handle -> tell(handle, due, now)));
    }
    for (long chat : emptyDue(now)) {
      told += attempts.of(chat, () -> jdbi.inTransaction(handle -> tellEmpty(handle, chat, now)));
    }
    return told;
  }

  private List<Due> due(Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT DISTINCT chat_id, held FROM outbox
                    WHERE state = 'held' AND release_at <= ? ORDER BY chat_id, held""")
                .bind(0, now)
                .map(
                    (row, context) ->
                        new Due(row.getLong("chat_id"), Entry.Held.valueOf(row.getString("held"))))
                .list());
  }

  private int tell(Handle handle, Due due, Instant now) {
    Optional<HeldBack> locked = HeldBack.of(handle, due.chatId(), now);
    if (locked.isEmpty()) {
      return 0;
    }
    HeldBack held = locked.get();
    List<HeldBack.Row> all = held.rows(due.held(), now);
    List<HeldBack.Row> rows = held.wanted(all);
    held.putOffUnwanted(all);
    if (rows.isEmpty()) {
      return 0;
    }
    boolean silent = rows.stream().allMatch(HeldBack.Row::silent);
    Manner.Notice notice = notice(handle, due.chatId(), silent, now);
    if (notice.isLater()) {
      held.putOff(rows, notice.way().due());
      return 0;
    }
    if (notice.when() == Manner.When.NOT) {
      held.suppress(rows, notice.way().suppressed());
      return 0;
    }
    return tell(handle, held, new Told(due.held(), rows, silent), now);
  }

  private static Manner.Notice notice(Handle handle, long chat, boolean silent, Instant now) {
    Urgency urgency = silent ? Urgency.SILENT : Urgency.INSTANT;
    return new Wishes(handle, now).notice(chat, urgency).orElseThrow();
  }

  /** What is told together. */
  private record Told(Entry.Held held, List<HeldBack.Row> rows, boolean silent) {}

  private int tell(Handle handle, HeldBack from, Told told, Instant now) {
    String key = told.held().name() + " " + now;
    from.tell(told.rows(), key);
    Entry.Way way = new Entry.Way(Priority.DIGEST, told.silent(), now, "");
    List<Message> messages = Gathering.words(told.held(), told.rows(), key, now);
    put(handle, from.chat().id(), new Put(key, messages, way), now);
    return messages.size();
  }

  /** The chat's digest at once, whatever the time. Returns how many messages; 0 if it is empty. */
  public int tellNow(Chat chat, Instant now) {
    return jdbi.inTransaction(
        handle ->
            HeldBack.of(handle, chat.id(), now).map(held -> tellNow(handle, held, now)).orElse(0));
  }

  private int tellNow(Handle handle, HeldBack held, Instant now) {
    List<HeldBack.Row> rows = held.wanted(held.rows(Entry.Held.DIGEST, null));
    return rows.isEmpty() ? 0 : tell(handle, held, new Told(Entry.Held.DIGEST, rows, false), now);
  }

  /** Messages that belong together. */
  private record Put(String key, List<Message> messages, Entry.Way way) {}

  /** The first of them rings, if any does. */
  private void put(Handle handle, long chatId, Put put, Instant now) {
    List<Entry> entries = new ArrayList<>();
    for (Message message : put.messages()) {
      String key = "digest " + put.key() + " " + entries.size();
      Entry.Way way = entries.isEmpty() ? put.way() : put.way().silently();
      entries.add(Entry.notice(chatId, key, message, way));
    }
    outbox.put(handle, entries, now);
  }

  /** Chats that want to be told so of an empty digest; its next time is kept with them. */
  private List<Long> emptyDue(Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT id FROM chats WHERE empty_digest_at <= ? AND state = 'active' ORDER BY id")
                .bind(0, now)
                .mapTo(Long.class)
                .list());
  }

  private int tellEmpty(Handle handle, long chatId, Instant now) {
    Optional<HeldBack> held = HeldBack.of(handle, chatId, now);
    Optional<Instant> due = held.flatMap(chat -> EmptyDigest.due(handle, chatId, now));
    if (held.isEmpty() || due.isEmpty()) {
      return 0;
    }
    Manner.Notice notice = notice(handle, chatId, false, now);
    boolean told = EmptyDigest.isTold(handle, chatId, due.get());
    if (notice.isLater() && !told) {
      EmptyDigest.next(handle, chatId, notice.way().due());
      return 0;
    }
    Chat chat = held.get().chat();
    EmptyDigest.next(handle, chat, now);
    if (told || notice.when() == Manner.When.NOT) {
      return 0;
    }
    List<Message> messages = List.of(EmptyDigest.words(chat));
    put(
        handle,
        chatId,
        new Put("EMPTY " + due.get(), messages, notice.way().as(Priority.DIGEST)),
        now);
    return 1;
  }

  /** What a message of many that were too much in an hour stands for, as lists of them. */
  public List<Message> folded(Chat chat, String key, Instant now) {
    List<HeldBack.Row> rows =
        jdbi.inTransaction(
            handle ->
                HeldBack.of(handle, chat.id(), now)
                    .map(held -> held.toldIn(key))
                    .orElse(List.of()));
    return rows.isEmpty()
        ? List.of()
        : DigestText.of(chat, "folded.title", rows.stream().map(HeldBack.Row::alert).toList(), now);
  }
}
