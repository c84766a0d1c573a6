package org.marsad.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.marsad.feed.Item;
import org.marsad.story.Stories;
import org.marsad.watch.Hit;

/**
 * The table {@code outbox}: what each chat must be told. A row is written with the item that caused
 * it, claimed under a lease, and kept with its outcome. Thread-safe, and safe for several processes
 * on one database.
 */
public final class Outbox {
  private static final int CHATS_IN_ONE_QUESTION = 1000;

  private final Jdbi jdbi;

  /** Works on this database. */
  public Outbox(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Stores one alert a chat for an item, however many of the chat's watches it hit, within the
   * caller's transaction. How it is told, when, or why not, is {@link Manner}'s to decide; the row
   * says so.
   *
   * @return how many alerts are to be told at once
   */
  public int add(Handle handle, Item item, List<Hit> hits, Instant now) {
    return add(handle, item, hits, List.of(), now);
  }

  /**
   * The same for an item that is related to others: a chat that was told of one that it repeats is
   * told nothing of a copy, and of the same event by an edit of that alert, unless it wants each
   * report or has a more urgent watch on this one.
   */
  public int add(
      Handle handle, Item item, List<Hit> hits, List<Stories.Related> related, Instant now) {
    Map<Long, List<Alert.Found>> byChat = Alert.Found.byChat(hits);
    Repeats repeats = Repeats.of(handle, byChat.keySet(), related, now);
    Map<Long, Entry.Way> ways = new Wishes(handle, now).ways(byChat, item.feedId());
    int told =
        put(
            handle,
            byChat.entrySet().stream()
                .flatMap(
                    chat ->
                        Stream.ofNullable(ways.get(chat.getKey()))
                            .map(way -> repeats.entry(chat.getKey(), item, chat.getValue(), way)))
                .toList(),
            now);
    repeats.settle(handle, item, now);
    return told;
  }

  static <T> List<List<T>> parts(List<T> all) {
    List<List<T>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += CHATS_IN_ONE_QUESTION) {
      parts.add(all.subList(from, Math.min(all.size(), from + CHATS_IN_ONE_QUESTION)));
    }
    return parts;
  }

  /**
   * Stores rows within the caller's transaction; one that is there already (by chat and item, or
   * chat and notice) stays as it is.
   *
   * @return how many of them were stored and are to be told
   */
  public int put(Handle handle, List<Entry> entries, Instant now) {
    return new Storing(handle, now).put(entries);
  }

  /**
   * Claims what is due: of each chat the first, by priority and then as it came, so that a chat is
   * told in order and no chat waits for another's queue; of the chats those that were told least
   * recently. What a claim costs does not grow with what waits.
   *
   * @param max how many at most
   * @param lease how long they are ours; if we die, they are due again after it
   */
  public List<Delivery> claim(int max, Duration lease, Instant now) {
    return jdbi.inTransaction(
        handle -> {
          Loading loaded = Loading.of(handle, new Claims(handle, now).take(max, lease));
          write(handle, loaded.unreadable(), now);
          return loaded.deliveries();
        });
  }

  /** Writes down what became of deliveries, all in one transaction. */
  public void write(List<Outcome> outcomes, Instant now) {
    jdbi.useTransaction(handle -> write(handle, outcomes, now));
  }

  private static void write(Handle handle, List<Outcome> outcomes, Instant now) {
    if (outcomes.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            UPDATE outbox SET state = :state, reason = :reason, message_id = coalesce(:message, message_id),
              attempts = attempts + :attempt, due_at = coalesce(:due, due_at), holds_chat = :holds,
              settled_at = :settled WHERE id = :id""");
    // In one order wherever rows are written: two transactions that wait for each other both fail.
    List<Outcome> ordered =
        outcomes.stream().sorted(Comparator.comparingLong(Outcome::id)).toList();
    for (Outcome outcome : ordered) {
      batch
          .bind("state", outcome.state().stored())
          .bind("reason", cut(outcome.reason()))
          .bind("message", outcome.messageId())
          .bind("attempt", outcome.counts() ? 1 : 0)
          .bind("due", outcome.due())
          .bind("holds", outcome.holdsChat())
          .bind("settled", outcome.due() == null ? now : null)
          .bind("id", outcome.id())
          .add();
    }
    batch.execute();
  }

  /**
   * Makes every claim void at once. For the start of the only process on a database: what its
   * predecessor had in flight when it was killed need not wait for the end of the lease.
   */
  public void release(Instant now) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE outbox SET state = 'pending', due_at = ?, holds_chat = TRUE WHERE state = 'sending'",
                now));
  }

  /**
   * Makes due what was to be sent at once or was put back for a while. For when the clock was set
   * back: what its old time put off would wait too long. What is for later stays for later.
   */
  void hasten(Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE outbox SET due_at = :now WHERE state IN ('pending', 'unknown') AND settled_at IS NULL
                      AND due_at > :now AND (holds_chat OR attempts > 0 OR due_at = created_at)""")
                .bind("now", now)
                .execute());
  }

  /**
   * Forgets what was told of items that are to be deleted, within the caller's transaction.
   *
   * @return those of the items of which an alert still waits: they must stay, and nothing of them
   *     is forgotten
   */
  public Set<Long> forget(Handle handle, Collection<Long> items) {
    Set<Long> awaited =
        new HashSet<>(
            handle
                .createQuery(
                    "SELECT item_id FROM outbox WHERE settled_at IS NULL AND item_id IN (<items>)")
                .bindList("items", List.copyOf(items))
                .mapTo(Long.class)
                .list());
    List<Long> gone = items.stream().filter(item -> !awaited.contains(item)).toList();
    if (!gone.isEmpty()) {
      handle
          .createUpdate("DELETE FROM outbox WHERE item_id IN (<items>)")
          .bindList("items", gone)
          .execute();
    }
    return awaited;
  }

  /** Deletes notices that were settled before a moment. Returns how many. */
  public int forgetNotices(Instant before) {
    return jdbi.withHandle(
        handle ->
            handle.execute("DELETE FROM outbox WHERE item_id IS NULL AND settled_at < ?", before));
  }

  /** How many alerts are in each state. */
  public Map<String, Integer> countByState() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT state, count(*) AS n FROM outbox GROUP BY state")
                .reduceRows(
                    new TreeMap<String, Integer>(),
                    (counts, row) -> {
                      counts.put(
                          row.getColumn("state", String.class), row.getColumn("n", Integer.class));
                      return counts;
                    }));
  }

  /** When the oldest alert that still waits was created. */
  public Optional<Instant> oldestWaiting() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT min(created_at) FROM outbox WHERE state IN ('pending', 'sending', 'unknown') AND settled_at IS NULL")
                .mapTo(Instant.class)
                .findOne());
  }

  static String cut(String reason) {
    return reason.substring(0, Math.min(500, reason.length()));
  }
}
