package org.marsad.alert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.marsad.feed.Item;
import org.marsad.story.Stories;
import org.marsad.story.Verdict;

/**
 * Which chats were told already what an item tells: of a copy nothing is told, the same event in
 * other words is written into the alert that told it first. Serves one item.
 */
final class Repeats {
  private final Map<Long, List<Row>> byChat = new HashMap<>();
  private final Map<Long, Verdict> byItem = new HashMap<>();

  private Repeats() {}

  /** An alert that told it. */
  private record Row(long id, long item) {}

  /** What these chats, as far as they want stories grouped, were told of these items. */
  static Repeats of(Handle handle, Set<Long> chats, List<Stories.Repeat> items) {
    Repeats repeats = new Repeats();
    if (chats.isEmpty() || items.isEmpty()) {
      return repeats;
    }
    items.forEach(repeat -> repeats.byItem.put(repeat.item(), repeat.verdict()));
    handle
        .createQuery(
            """
            SELECT o.id, o.chat_id, o.item_id FROM outbox o
            JOIN chats c ON c.id = o.chat_id AND c.groups_stories
            WHERE o.item_id IN (<items>) AND o.edits IS NULL AND o.state IN ('pending', 'sending', 'sent')
            ORDER BY o.id""")
        .bindList("items", List.copyOf(repeats.byItem.keySet()))
        .map(
            (row, context) ->
                Map.entry(
                    row.getLong("chat_id"), new Row(row.getLong("id"), row.getLong("item_id"))))
        .forEach(
            row ->
                repeats
                    .byChat
                    .computeIfAbsent(row.getKey(), c -> new ArrayList<>())
                    .add(row.getValue()));
    return repeats;
  }

  /** How a chat is told of the item. */
  Entry entry(long chat, Item item, List<Alert.Found> found, Entry.Way way) {
    List<Row> told = way.suppressed().isEmpty() ? byChat.getOrDefault(chat, List.of()) : List.of();
    for (Row row : told) {
      if (is(row, Verdict.Relation.COPY)) {
        String reason = "a copy of what alert " + row.id() + " told";
        return Entry.alert(chat, item, found, way.suppressed(reason));
      }
    }
    for (Row row : told) {
      if (is(row, Verdict.Relation.SAME)) {
        Entry.Way quietly = new Entry.Way(way.priority(), true, way.due(), "");
        return Entry.edit(chat, item, row.id(), found, quietly);
      }
    }
    return Entry.alert(chat, item, found, way);
  }

  private boolean is(Row row, Verdict.Relation relation) {
    Verdict verdict = byItem.get(row.item());
    return verdict != null && verdict.relation() == relation;
  }
}
