package org.marsad.feed;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Writes new and edited items, within the caller's transaction. */
final class ItemChanges {
  private ItemChanges() {}

  static Item insert(Handle handle, Feed feed, Newness.Found found, Instant now) {
    Item item = found.keyed().item();
    long id =
        bound(
                handle.createUpdate(
                    """
                    INSERT INTO items (feed_id, guid, link, title, summary, author, published_at, updated_at, seen_at,
                      changed_at, body, language, categories, media_url, media_type)
                    VALUES (:feed, :guid, :link, :title, :summary, :author, :published, :updated, :seen,
                      :seen, :body, :language, :categories, :mediaUrl, :mediaType)"""),
                item)
            .bind("feed", feed.id())
            .bind("guid", found.key())
            .bind("seen", now)
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    ItemKeys.add(handle, feed, id, found.keyed().keys(), now);
    return item.stored(id, feed.id(), found.key(), now);
  }

  /** Empty if the item was deleted meanwhile: then there is nothing to set right. */
  static Optional<Added.Edit> edit(Handle handle, Feed feed, Newness.Found found, Instant now) {
    Seen seen = found.before().orElseThrow();
    long id = Objects.requireNonNull(seen.itemId());
    Optional<Item> before =
        handle
            .createQuery("SELECT " + Items.COLUMNS + " FROM items i WHERE i.id = ?")
            .bind(0, id)
            .map(Items::row)
            .findOne();
    return before
        .map(stored -> new Added.Edit(stored, after(stored, found.keyed().item())))
        .filter(edit -> update(handle, edit.after(), now))
        .map(
            edit -> {
              if (!seen.keys().equals(found.keyed().keys())) {
                ItemKeys.add(handle, feed, id, found.keyed().keys(), seen.at());
              }
              return edit;
            });
  }

  /** As published now; but a whole text, which may have been read at its page, is not lost. */
  private static Item after(Item stored, Item published) {
    Item now = published.stored(stored.id(), stored.feedId(), stored.guid(), stored.seenAt());
    return published.details().body().isEmpty() ? now.filled(stored.details().body()) : now;
  }

  private static boolean update(Handle handle, Item item, Instant now) {
    int rows =
        bound(
                handle.createUpdate(
                    """
                    UPDATE items SET link = :link, title = :title, summary = :summary, author = :author,
                      published_at = :published, updated_at = :updated, body = :body, language = :language,
                      categories = :categories, media_url = :mediaUrl, media_type = :mediaType, changed_at = :now
                    WHERE id = :id"""),
                item)
            .bind("id", item.id())
            .bind("now", now)
            .execute();
    return rows == 1;
  }

  private static Update bound(Update update, Item item) {
    Media media = item.details().media();
    return update
        .bind("link", item.link())
        .bind("title", item.title())
        .bind("summary", item.summary())
        .bind("author", item.author())
        .bind("published", item.publishedAt())
        .bind("updated", item.updatedAt())
        .bind("body", item.details().body())
        .bind("language", item.details().language())
        .bind("categories", String.join("\n", item.details().categories()))
        .bind("mediaUrl", media == null ? null : media.url())
        .bind("mediaType", media == null ? null : media.type());
  }
}
