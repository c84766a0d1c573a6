package org.marsad.alert;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.marsad.feed.Feed;
import org.marsad.feed.Item;
import org.marsad.feed.Items;
import org.marsad.text.Cut;
import org.marsad.text.Html;
import org.marsad.watch.Place;

/**
 * What a source published while it could not be read, as one message a chat with the list, where a
 * chat would have so many alerts at once that they drown what else it is told. Thread-safe.
 */
public final class CatchUp {
  /** As many alerts still come one by one. */
  public static final int MAX_SINGLE = 5;

  private static final int MAX_OUTLET = 80;

  /** Room for the first and the last line below what Telegram takes (4096). */
  private static final int MAX_CODE_POINTS = 3600;

  /** The same of the markup (32,768), of which addresses are the most. */
  private static final int MAX_BYTES = 30_000;

  /** One by one, now or at the end of an hour that had too many; not those of quiet hours. */
  private static final String WOULD_COME =
      "edits IS NULL AND (state = 'pending' OR (state = 'held' AND held = 'CAP'))";

  private final Outbox outbox;

  /** Works on this outbox. */
  public CatchUp(Outbox outbox) {
    this.outbox = outbox;
  }

  /** An alert that waits. */
  private record Missed(long alert, Item item, List<Alert.Found> found, Urgency urgency) {}

  /**
   * Puts one message into the place of a chat's alerts of these items, if there are more than
   * {@link #MAX_SINGLE}, within the transaction that stored them.
   */
  public void gather(Handle handle, Feed feed, Collection<Long> items, Instant now) {
    if (items.size() <= MAX_SINGLE) {
      return;
    }
    handle
        .createQuery(
            "SELECT "
                + Chats.COLUMNS
                + " FROM chats WHERE id IN (SELECT chat_id FROM outbox WHERE item_id IN (<items>)"
                + " AND "
                + WOULD_COME
                + " GROUP BY chat_id HAVING count(*) > :single)")
        .bindList("items", List.copyOf(items))
        .bind("single", MAX_SINGLE)
        .map(Chats::row)
        .list()
        .forEach(chat -> gather(handle, feed, chat, missed(handle, chat, items), now));
  }

  private static List<Missed> missed(Handle handle, Chat chat, Collection<Long> items) {
    return handle
        .createQuery(
            "SELECT o.id AS alert_id, o.hits, o.priority, o.silent, o.held, "
                + Items.COLUMNS
                + " FROM outbox o JOIN items i ON i.id = o.item_id WHERE o.chat_id = :chat"
                + " AND o.item_id IN (<items>) AND "
                + WOULD_COME
                + " ORDER BY o.id")
        .bind("chat", chat.id())
        .bindList("items", List.copyOf(items))
        .map(
            (row, context) ->
                new Missed(
                    row.getLong("alert_id"),
                    Items.row(row, context),
                    RowJson.found(row.getString("hits")),
                    Urgency.of(row)))
        .list();
  }

  private void gather(Handle handle, Feed feed, Chat chat, List<Missed> missed, Instant now) {
    String key = "catch-up " + feed.id() + " " + now;
    handle
        .createUpdate(
            """
            UPDATE outbox SET state = 'suppressed', reason = 'in the catch-up message', settled_at = :now,
              held = NULL, release_at = NULL, told_in = :key
            WHERE id IN (<alerts>)""")
        .bind("now", now)
        .bind("key", key)
        .bindList("alerts", missed.stream().map(Missed::alert).toList())
        .execute();
    Message message = message(chat, feed, missed);
    Urgency most = missed.stream().map(Missed::urgency).min(Urgency::compareTo).orElseThrow();
    new Wishes(handle, now)
        .notice(chat.id(), most)
        .map(notice -> Entry.notice(chat.id(), key, message, notice.way()))
        .ifPresent(entry -> outbox.put(handle, List.of(entry), now));
  }

  /** The list, the oldest first, as much of it as one message holds. */
  private static Message message(Chat chat, Feed feed, List<Missed> missed) {
    Phrases phrases = Phrases.in(chat.language());
    List<String> lines = new ArrayList<>();
    String outlet = Cut.atWord(feed.title(), MAX_OUTLET);
    lines.add(phrases.html("catchup.title", Map.of("outlet", outlet, "n", missed.size())));
    int left = MAX_CODE_POINTS;
    int bytesLeft = MAX_BYTES;
    for (Missed one : missed) {
      String line = "• " + title(chat, one);
      String plain = Html.plain(line);
      left -= plain.codePointCount(0, plain.length()) + 1;
      bytesLeft -= line.getBytes(StandardCharsets.UTF_8).length + 1;
      if (left < 0 || bytesLeft < 0) {
        int more = missed.size() - lines.size() + 1;
        lines.add(phrases.html("catchup.more", Map.of("n", more)));
        break;
      }
      lines.add(line);
    }
    return phrases.message(String.join("\n", lines), List.of());
  }

  private static String title(Chat chat, Missed missed) {
    List<Place> places = missed.found().stream().flatMap(found -> found.places().stream()).toList();
    return new ItemText(chat.language(), missed.item(), places).title("b");
  }
}
