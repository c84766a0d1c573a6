package org.marsad.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The table {@code item_keys}: the keys of every item a feed ever showed. They stay when the item
 * is deleted, so that a feed that publishes its archive again is silent.
 */
final class ItemKeys {
  private static final int MAX_RECENT = 1000;
  private static final String SELECT =
      """
      SELECT k.id, k.item_id, k.guid, k.link, k.text, k.seen_at, i.title, i.summary
      FROM item_keys k LEFT JOIN items i ON i.id = k.item_id WHERE k.feed_id = :feed AND\s""";

  private ItemKeys() {}

  /** What was seen of a feed that this document may show again. */
  static SeenItems seen(Handle handle, Feed feed, List<Keyed> document, Instant now) {
    Map<Long, Seen> seen = new HashMap<>();
    seen.putAll(with(handle, feed, "guid", keys(document, Keys::guid)));
    seen.putAll(with(handle, feed, "link", keys(document, Keys::link)));
    seen.putAll(with(handle, feed, "text", keys(document, Keys::text)));
    if (document.stream().anyMatch(one -> one.keys().guid().isEmpty())) {
      seen.putAll(recent(handle, feed, now.minus(Newness.EDITED_WITHIN)));
    }
    return new SeenItems(seen.values());
  }

  private static List<String> keys(List<Keyed> document, Function<Keys, String> key) {
    return document.stream()
        .map(one -> key.apply(one.keys()))
        .filter(one -> !one.isEmpty())
        .distinct()
        .toList();
  }

  private static Map<Long, Seen> with(Handle handle, Feed feed, String column, List<String> keys) {
    return keys.isEmpty()
        ? Map.of()
        : read(
            handle.createQuery(SELECT + "k." + column + " IN (<keys>)").bindList("keys", keys),
            feed);
  }

  /** Where texts decide, an edited headline can only be found by the text below it. */
  private static Map<Long, Seen> recent(Handle handle, Feed feed, Instant since) {
    return read(
        handle
            .createQuery(SELECT + "k.seen_at > :since ORDER BY k.id DESC LIMIT " + MAX_RECENT)
            .bind("since", since),
        feed);
  }

  private static Map<Long, Seen> read(Query query, Feed feed) {
    Map<Long, Seen> rows = new HashMap<>();
    query
        .bind("feed", feed.id())
        .map((row, context) -> Map.entry(row.getLong("id"), seen(row)))
        .forEach(row -> rows.put(row.getKey(), row.getValue()));
    return rows;
  }

  private static Seen seen(ResultSet row) throws SQLException {
    long item = row.getLong("item_id");
    return new Seen(
        item == 0 ? null : item,
        new Keys(row.getString("guid"), row.getString("link"), row.getString("text")),
        Objects.requireNonNullElse(row.getString("title"), ""),
        Objects.requireNonNullElse(row.getString("summary"), ""),
        Objects.requireNonNullElse(FeedRow.instant(row, "seen_at"), Instant.EPOCH));
  }

  /** Remembers a new item, or another guise of a known one. */
  static void add(Handle handle, Feed feed, long itemId, Keys keys, Instant seenAt) {
    handle.execute(
        "INSERT INTO item_keys (feed_id, item_id, guid, link, text, seen_at) VALUES (?, ?, ?, ?, ?, ?)",
        feed.id(),
        itemId,
        keys.guid(),
        keys.link(),
        keys.text(),
        seenAt);
  }
}
