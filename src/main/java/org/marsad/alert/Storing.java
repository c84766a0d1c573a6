package org.marsad.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Puts rows into the outbox, within one transaction. */
final class Storing {
  /** What is held is told with others, not claimed. */
  private static final Instant NEVER_BY_ITSELF = Instant.parse("9999-01-01T00:00:00Z");

  private final Handle handle;
  private final Instant now;

  Storing(Handle handle, Instant now) {
    this.handle = handle;
    this.now = now;
  }

  /** Stores them. Returns how many of them were stored and are to be told. */
  int put(List<Entry> entries) {
    if (entries.isEmpty()) {
      return 0;
    }
    Turns turns = turns(entries);
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO outbox (chat_id, item_id, edits, hits, message, notice, priority, silent,
              state, reason, due_at, created_at, settled_at, held, release_at, turn,
              like_alert, like_reason, like_detail)
            VALUES (:chat, :item, :edits, :hits, :message, :notice, :priority, :silent,
              :state, :reason, :due, :now, :settled, :held, :release, :turn,
              :like, :likeReason, :likeDetail) ON CONFLICT DO NOTHING""");
    for (Entry entry : entries) {
      long turn = turns.next(entry.way().priority(), entry.chatId());
      bind(batch, entry).bind("turn", turn).add();
    }
    int[] stored = batch.execute();
    int told = 0;
    List<Long> edited = new ArrayList<>();
    for (int i = 0; i < stored.length; i++) {
      Entry entry = entries.get(i);
      if (stored[i] > 0 && state(entry.way()) == Outcome.State.PENDING) {
        told++;
        Stream.ofNullable(entry.edits()).forEach(edited::add);
      }
    }
    replaceEdits(edited);
    return told;
  }

  private Turns turns(List<Entry> entries) {
    Turns turns = new Turns(handle);
    for (Priority priority : Priority.values()) {
      turns.look(
          priority,
          entries.stream()
              .filter(entry -> entry.way().priority() == priority)
              .map(Entry::chatId)
              .distinct()
              .toList());
    }
    return turns;
  }

  private PreparedBatch bind(PreparedBatch batch, Entry entry) {
    Entry.Keyed notice = entry.notice();
    Outcome.State state = state(entry.way());
    Entry.Hold hold = entry.way().hold();
    Entry.Like like = entry.like();
    return batch
        .bind("chat", entry.chatId())
        .bind("item", entry.itemId())
        .bind("edits", entry.edits())
        .bind("hits", RowJson.write(entry.found()))
        .bind("message", notice == null ? null : RowJson.write(notice.message()))
        .bind("notice", notice == null ? null : notice.key())
        .bind("priority", entry.way().priority().ordinal())
        .bind("silent", entry.way().silent())
        .bind("state", state.stored())
        .bind("reason", Outbox.cut(entry.way().suppressed()))
        .bind("due", hold == null ? entry.way().due() : NEVER_BY_ITSELF)
        .bind("now", now)
        .bind("settled", state == Outcome.State.SUPPRESSED ? now : null)
        .bind("held", hold == null ? null : hold.why().name())
        .bind("release", hold == null ? null : hold.until())
        .bind("like", like == null ? null : like.alertId())
        .bind("likeReason", like == null ? null : like.verdict().reason().name())
        .bind("likeDetail", like == null ? null : like.verdict().detail());
  }

  /** Tells one that waits in another way. Returns how many are to be told at once, 0 or 1. */
  int raise(long id, long chat, Entry.Way way) {
    Entry.Hold hold = way.hold();
    Turns turns = new Turns(handle);
    turns.look(way.priority(), List.of(chat));
    int raised =
        handle
            .createUpdate(
                """
                UPDATE outbox SET priority = :priority, silent = :silent, state = :state, due_at = :due,
                  held = :held, release_at = :release, turn = :turn WHERE id = :id AND state IN ('pending', 'held')""")
            .bind("priority", way.priority().ordinal())
            .bind("silent", way.silent())
            .bind("state", state(way).stored())
            .bind("due", hold == null ? way.due() : NEVER_BY_ITSELF)
            .bind("held", hold == null ? null : hold.why().name())
            .bind("release", hold == null ? null : hold.until())
            .bind("turn", turns.next(way.priority(), chat))
            .bind("id", id)
            .execute();
    return hold == null ? raised : 0;
  }

  private static Outcome.State state(Entry.Way way) {
    if (!way.suppressed().isEmpty()) {
      return Outcome.State.SUPPRESSED;
    }
    return way.hold() == null ? Outcome.State.PENDING : Outcome.State.HELD;
  }

  /** The last edit of a message tells all that those before it would have told. */
  private void replaceEdits(List<Long> edited) {
    for (List<Long> some : Outbox.parts(edited)) {
      handle
          .createUpdate(
              """
              UPDATE outbox SET state = 'suppressed', reason = 'a later edit tells it', settled_at = :now
              WHERE edits IN (<edited>) AND settled_at IS NULL AND state = 'pending'
                AND id < (SELECT max(last.id) FROM outbox last
                  WHERE last.edits = outbox.edits AND last.state = 'pending')""")
          .bind("now", now)
          .bindList("edited", some)
          .execute();
    }
  }
}
