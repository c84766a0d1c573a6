package org.marsad.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.marsad.feed.Item;
import org.marsad.story.Stories;
import org.marsad.story.Verdict;

/**
 * Which chats were told already what an item tells, or are to be: of a copy nothing is told, the
 * same event in other words is written into the alert that told it first. Where a more urgent watch
 * wants it, it rings nevertheless. Serves one item.
 */
final class Repeats {
  private final Map<Long, List<Row>> byChat = new HashMap<>();
  private final Map<Long, Long> overtaken = new TreeMap<>();
  private final List<Long> nearest;
  private final Set<Long> muted = new HashSet<>();
  private Echoes echoes = Echoes.NONE;

  private Repeats(List<Stories.Related> related) {
    nearest = related.stream().map(Stories.Related::item).toList();
  }

  /**
   * An alert that told of a related item, by itself or since that item was written into it.
   *
   * @param item the related one
   * @param waits whether it waits to be told together with others
   * @param alone whether it has a message of its own, or is to have one
   */
  private record Row(
      long chat,
      long id,
      long item,
      Verdict verdict,
      Urgency urgency,
      boolean waits,
      boolean alone,
      List<Alert.Found> found) {
    boolean isNews() {
      return !verdict.relation().isSilent();
    }

    boolean isCopied() {
      return verdict.relation() == Verdict.Relation.COPY;
    }

    /** Whether what is told so must ring although this was told, or comes before it is. */
    boolean isOvertakenBy(Entry.Way way) {
      return way.urgency().compareTo(urgency) < 0 || (waits && way.hold() == null);
    }
  }

  /** What these chats, as far as they want stories grouped, were told of related items. */
  static Repeats of(Handle handle, Set<Long> chats, List<Stories.Related> related, Instant now) {
    Repeats repeats = new Repeats(related);
    if (!related.isEmpty()) {
      for (List<Long> some : Outbox.parts(List.copyOf(chats))) {
        repeats.read(handle, some, related);
        repeats.readMutes(handle, some, related, now);
      }
      repeats.echoes =
          Echoes.of(
              handle,
              repeats.byChat.values().stream()
                  .flatMap(List::stream)
                  .map(Row::id)
                  .distinct()
                  .toList());
    }
    return repeats;
  }

  private void read(Handle handle, List<Long> chats, List<Stories.Related> related) {
    Map<Long, Verdict> verdicts =
        related.stream().collect(Collectors.toMap(Stories.Related::item, Stories.Related::verdict));
    handle
        .createQuery(
            """
            SELECT o.item_id, t.id, t.chat_id, t.state, t.priority, t.silent, t.held, t.hits FROM outbox o
            JOIN outbox t ON t.id = coalesce(o.edits, o.id)
            JOIN chats c ON c.id = o.chat_id AND c.groups_stories
            WHERE o.item_id IN (<items>) AND o.chat_id IN (<chats>)
              AND (t.state IN ('pending', 'sending', 'sent', 'held') OR t.told_in IS NOT NULL)
            ORDER BY t.id""")
        .bindList("items", nearest)
        .bindList("chats", chats)
        .map((row, context) -> row(row, verdicts))
        .forEach(row -> byChat.computeIfAbsent(row.chat(), c -> new ArrayList<>()).add(row));
  }

  private void readMutes(
      Handle handle, List<Long> chats, List<Stories.Related> related, Instant now) {
    muted.addAll(
        handle
            .createQuery(
                """
                SELECT chat_id FROM mutes WHERE kind = :kind AND target IN (<stories>)
                  AND chat_id IN (<chats>) AND (until IS NULL OR until > :now)""")
            .bind("kind", Mutes.Kind.STORY.name())
            .bind("now", now)
            .bindList("stories", related.stream().map(Stories.Related::story).distinct().toList())
            .bindList("chats", chats)
            .mapTo(Long.class)
            .list());
  }

  private static Row row(ResultSet row, Map<Long, Verdict> verdicts) throws SQLException {
    Outcome.State state = Outcome.State.of(row.getString("state"));
    return new Row(
        row.getLong("chat_id"),
        row.getLong("id"),
        row.getLong("item_id"),
        Objects.requireNonNull(verdicts.get(row.getLong("item_id"))),
        Urgency.of(row),
        state == Outcome.State.HELD,
        state != Outcome.State.HELD && state != Outcome.State.SUPPRESSED,
        RowJson.found(row.getString("hits")));
  }

  /** How a chat is told of the item. */
  Entry entry(long chat, Item item, List<Alert.Found> found, Entry.Way way) {
    if (!way.suppressed().isEmpty()) {
      return Entry.alert(chat, item, found, way);
    }
    if (muted.contains(chat)) {
      return Entry.alert(chat, item, found, way.suppressed("muted: the story"));
    }
    List<Row> rows =
        byChat.getOrDefault(chat, List.of()).stream().filter(row -> !row.isNews()).toList();
    Optional<Row> told =
        rows.stream()
            .filter(row -> !row.isOvertakenBy(way))
            .min(Comparator.comparing(row -> !row.isCopied()));
    if (told.isPresent()) {
      return into(told.get(), item, found, way).like(told.get().id(), told.get().verdict());
    }
    rows.stream().filter(Row::waits).forEach(row -> overtaken.put(row.id(), chat));
    Entry alert = Entry.alert(chat, item, found, way);
    return byChat.getOrDefault(chat, List.of()).stream()
        .min(Comparator.comparing(Row::isNews).thenComparing(row -> nearest.indexOf(row.item())))
        .map(row -> alert.like(row.id(), row.verdict()))
        .orElse(alert);
  }

  private Entry into(Row told, Item item, List<Alert.Found> found, Entry.Way way) {
    if (told.isCopied() && !adds(told, found)) {
      String reason = "a copy of what alert " + told.id() + " told";
      return Entry.alert(told.chat(), item, found, way.suppressed(reason));
    }
    Entry.Way quietly = new Entry.Way(way.priority(), true, way.due(), "");
    String reason = "told with alert " + told.id() + ", together with others";
    return Entry.edit(
        told.chat(), item, told.id(), found, told.alone() ? quietly : quietly.suppressed(reason));
  }

  /** Whether the alert names not all of these watches. */
  private boolean adds(Row told, List<Alert.Found> found) {
    Set<Long> named =
        echoes.all(told.id(), told.found()).stream()
            .map(Alert.Found::watch)
            .collect(Collectors.toSet());
    return !found.stream().allMatch(one -> named.contains(one.watch()));
  }

  /**
   * Takes what waited to be told with others, and is told by the item's own alert first, into that
   * alert; after it was stored.
   */
  void settle(Handle handle, Item item, Instant now) {
    overtaken.forEach(
        (row, chat) ->
            handle
                .createQuery(
                    """
                    SELECT id FROM outbox WHERE chat_id = ? AND item_id = ? AND edits IS NULL
                      AND state IN ('pending', 'held')""")
                .bind(0, chat)
                .bind(1, item.id())
                .mapTo(Long.class)
                .findOne()
                .ifPresent(alert -> settle(handle, row, alert, now)));
  }

  /** Unless its time has come meanwhile. */
  private static void settle(Handle handle, long row, long alert, Instant now) {
    int taken =
        handle.execute(
            """
            UPDATE outbox SET state = 'suppressed', reason = 'told before its time by alert ' || ?, settled_at = ?
            WHERE id = ? AND state = 'held'""",
            alert,
            now,
            row);
    if (taken > 0) {
      handle.execute("UPDATE outbox SET edits = ? WHERE id = ? OR edits = ?", alert, row, row);
    }
  }
}
