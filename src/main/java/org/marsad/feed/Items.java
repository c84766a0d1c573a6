package org.marsad.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The table {@code items}. Thread-safe. */
public final class Items {
  /** The columns {@link #row} reads, of the table called {@code i}. */
  public static final String COLUMNS =
      "i.id, i.feed_id, i.guid, i.link, i.title, i.summary, i.author, i.published_at, i.updated_at, i.seen_at";

  private static final int MAX_TITLE_CHARS = 2000;
  private static final int MAX_AUTHOR_CHARS = 500;
  private static final int MAX_LINK_CHARS = 4000;

  private final Jdbi jdbi;

  /** Works on this database. */
  public Items(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Stores those of a feed's items that were not seen before, within the caller's transaction.
   * Dates decide nothing.
   *
   * <p>Where guids prove unsteady (one repeats inside the document, or a link comes again under
   * another guid) the feed's items are told apart by link from here on.
   *
   * @return the new ones with their ids, in the order published
   */
  public List<Item> addNew(
      Handle handle, Feeds feeds, Feed feed, ParsedFeed published, Instant now) {
    List<Item> byLink = published.toStore(true, now);
    Set<String> knownLinks = known(handle, feed, "link_key", byLink);
    if (feed.byLink()) {
      return add(handle, feed, byLink, knownLinks, now);
    }
    List<Item> byGuid = published.toStore(false, now);
    Set<String> knownGuids = known(handle, feed, "guid", byGuid);
    if (ItemKey.repeatsGuid(published.items()) || changesGuid(byGuid, knownGuids, knownLinks)) {
      feeds.byLink(handle, feed);
      return add(handle, feed, byLink, knownLinks, now);
    }
    return add(handle, feed, byGuid, knownGuids, now);
  }

  /**
   * A known link under an unknown guid; it says nothing where the feed gives several items one
   * link.
   */
  private static boolean changesGuid(List<Item> byGuid, Set<String> guids, Set<String> links) {
    List<String> stated =
        byGuid.stream()
            .filter(item -> item.link() != null)
            .map(item -> ItemKey.of(item, true))
            .toList();
    return stated.size() == Set.copyOf(stated).size()
        && byGuid.stream()
            .anyMatch(
                item ->
                    item.link() != null
                        && !guids.contains(item.guid())
                        && links.contains(ItemKey.of(item, true)));
  }

  private static Set<String> known(Handle handle, Feed feed, String column, List<Item> keyed) {
    if (keyed.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        handle
            .createQuery(
                "SELECT "
                    + column
                    + " FROM items WHERE feed_id = :feed AND "
                    + column
                    + " IN (<keys>)")
            .bind("feed", feed.id())
            .bindList("keys", keyed.stream().map(Item::guid).toList())
            .mapTo(String.class)
            .list());
  }

  private static List<Item> add(
      Handle handle, Feed feed, List<Item> keyed, Set<String> known, Instant now) {
    return keyed.stream()
        .filter(item -> !known.contains(item.guid()))
        .map(item -> insert(handle, feed, item, now))
        .toList();
  }

  private static Item insert(Handle handle, Feed feed, Item item, Instant now) {
    String title = cut(item.title(), MAX_TITLE_CHARS);
    String author = item.author() == null ? null : cut(item.author(), MAX_AUTHOR_CHARS);
    String link =
        item.link() != null && item.link().length() <= MAX_LINK_CHARS ? item.link() : null;
    long id =
        handle
            .createUpdate(
                """
                INSERT INTO items (feed_id, guid, link_key, link, title, summary, author, published_at, updated_at, seen_at)
                VALUES (:feed, :guid, :linkKey, :link, :title, :summary, :author, :published, :updated, :seen)""")
            .bind("feed", feed.id())
            .bind("guid", item.guid())
            .bind("linkKey", ItemKey.of(item, true))
            .bind("link", link)
            .bind("title", title)
            .bind("summary", item.summary())
            .bind("author", author)
            .bind("published", item.publishedAt())
            .bind("updated", item.updatedAt())
            .bind("seen", now)
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    return new Item(
        id,
        feed.id(),
        item.guid(),
        link,
        title,
        item.summary(),
        author,
        item.publishedAt(),
        item.updatedAt(),
        now);
  }

  /** Stores which entities a new item mentions, within the caller's transaction. */
  public void addMentions(Handle handle, Item item, Set<String> entities) {
    for (String entity : entities) {
      handle.execute("INSERT INTO mentions (item_id, entity) VALUES (?, ?)", item.id(), entity);
    }
  }

  /** The items read since a moment, newest first, at most {@code max}. */
  public List<Item> since(Instant moment, int max) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT "
                        + COLUMNS
                        + " FROM items i WHERE i.seen_at >= ? ORDER BY i.id DESC LIMIT ?")
                .bind(0, moment)
                .bind(1, max)
                .map(Items::row)
                .list());
  }

  private static String cut(String text, int maxChars) {
    if (text.length() <= maxChars) {
      return text;
    }
    return text.substring(
        0, Character.isHighSurrogate(text.charAt(maxChars - 1)) ? maxChars - 1 : maxChars);
  }

  /** One row of {@link #COLUMNS}. */
  public static Item row(ResultSet row, @Nullable StatementContext context) throws SQLException {
    Instant seen = Feeds.instant(row, "seen_at");
    return new Item(
        row.getLong("id"),
        row.getLong("feed_id"),
        row.getString("guid"),
        row.getString("link"),
        row.getString("title"),
        row.getString("summary"),
        row.getString("author"),
        Feeds.instant(row, "published_at"),
        Feeds.instant(row, "updated_at"),
        seen == null ? Instant.EPOCH : seen);
  }
}
