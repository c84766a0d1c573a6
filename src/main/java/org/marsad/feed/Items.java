package org.marsad.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The table {@code items}. Thread-safe. */
public final class Items {
  /** The columns {@link #row} reads, of the table called {@code i}. */
  public static final String COLUMNS =
      "i.id, i.feed_id, i.guid, i.link, i.title, i.summary, i.author, i.published_at, i.updated_at, i.seen_at, "
          + "i.body, i.language, i.categories, i.media_url, i.media_type";

  private final Jdbi jdbi;

  /** Works on this database. */
  public Items(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Stores those of a feed's items that were not seen before, and the headlines that were changed
   * in the last seven days, within the caller's transaction. Dates decide nothing.
   *
   * <p>Where what tells the feed's items apart proves unsteady, it is replaced for good: see {@link
   * Identity}.
   */
  public Added addNew(Handle handle, Feeds feeds, Feed feed, ParsedFeed published, Instant now) {
    List<Keyed> document = Keyed.all(published.fit(now));
    SeenItems seen = ItemKeys.seen(handle, feed, document, now);
    Steadiness.Verdict verdict = Steadiness.of(feed.identity(), document, seen);
    if (verdict.identity() != feed.identity()) {
      feeds.identify(handle, feed, verdict.identity());
    }
    Newness newness = new Newness(verdict.identity(), seen, now);
    List<Item> fresh = new ArrayList<>();
    List<Added.Edit> edited = new ArrayList<>();
    for (Newness.Found found : newness.of(document)) {
      if (found.isNew()) {
        fresh.add(ItemChanges.insert(handle, feed, found, now));
      } else if (newness.isEdited(found)) {
        ItemChanges.edit(handle, feed, found, now).ifPresent(edited::add);
      }
    }
    return new Added(fresh, edited, verdict.why());
  }

  /**
   * The items read since a moment, newest first, at most {@code max}.
   *
   * @param below only those whose id is lower, to go on where an earlier call ended; {@link
   *     Long#MAX_VALUE} for the newest
   */
  public List<Item> since(Instant moment, long below, int max) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT "
                        + COLUMNS
                        + " FROM items i WHERE i.seen_at >= ? AND i.id < ? ORDER BY i.id DESC LIMIT ?")
                .bind(0, moment)
                .bind(1, below)
                .bind(2, max)
                .map(Items::row)
                .list());
  }

  /** An item was stored or changed. */
  public record Change(Instant at, long id) {}

  /** What was stored or changed after another change, the oldest first, at most {@code max}. */
  public List<Change> changesAfter(Change last, int max) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT changed_at, id FROM items WHERE changed_at >= :at AND (changed_at > :at OR id > :id)
                    ORDER BY changed_at, id LIMIT :max""")
                .bind("at", last.at())
                .bind("id", last.id())
                .bind("max", max)
                .map(
                    (row, context) ->
                        new Change(
                            row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                            row.getLong("id")))
                .list());
  }

  /** The items with these ids that are still there, in no order. */
  public List<Item> load(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT " + COLUMNS + " FROM items i WHERE i.id IN (<ids>)")
                .bindList("ids", List.copyOf(ids))
                .map(Items::row)
                .list());
  }

  /** When the oldest item that is kept was read. */
  public Optional<Instant> oldest() {
    return jdbi.withHandle(
        handle ->
            handle.createQuery("SELECT min(seen_at) FROM items").mapTo(Instant.class).findFirst());
  }

  /**
   * The ids of items that were read before a moment, in order, at most {@code max}.
   *
   * @param above only those whose id is higher, to go on where an earlier call ended
   */
  public List<Long> readBefore(Instant moment, long above, int max) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT id FROM items WHERE seen_at < ? AND id > ? ORDER BY id LIMIT ?")
                .bind(0, moment)
                .bind(1, above)
                .bind(2, max)
                .mapTo(Long.class)
                .list());
  }

  /**
   * Deletes items with their hits, within the caller's transaction. Their keys stay: published
   * again, they are no news.
   *
   * @return how many there were
   */
  public int delete(Handle handle, Collection<Long> ids) {
    return ids.isEmpty()
        ? 0
        : handle
            .createUpdate("DELETE FROM items WHERE id IN (<ids>)")
            .bindList("ids", List.copyOf(ids))
            .execute();
  }

  /** One row of {@link #COLUMNS}. */
  public static Item row(ResultSet row, @Nullable StatementContext context) throws SQLException {
    Instant seen = FeedRow.instant(row, "seen_at");
    return new Item(
        row.getLong("id"),
        row.getLong("feed_id"),
        row.getString("guid"),
        row.getString("link"),
        row.getString("title"),
        row.getString("summary"),
        row.getString("author"),
        FeedRow.instant(row, "published_at"),
        FeedRow.instant(row, "updated_at"),
        seen == null ? Instant.EPOCH : seen,
        details(row));
  }

  private static Details details(ResultSet row) throws SQLException {
    String url = row.getString("media_url");
    return new Details(
        row.getString("body"),
        row.getString("language"),
        row.getString("categories").lines().toList(),
        url == null ? null : new Media(url, row.getString("media_type")));
  }
}
