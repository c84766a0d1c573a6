package org.marsad.feed;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The table {@code pages}: items whose page at the outlet is to be read. Thread-safe. */
public final class Pages {
  /** Within it a page that failed for a moment is there again, or it was not to be. */
  private static final int MAX_ATTEMPTS = 3;

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

  private final Jdbi jdbi;

  /** Works on this database. */
  public Pages(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * A page to be read.
   *
   * @param attempts that failed
   */
  public record Page(Item item, int attempts) {
    /** Where it is, if that can be fetched at all. */
    public Optional<URI> address() {
      return item.link() == null ? Optional.empty() : Links.uri(item.link());
    }

    /** Whether one more failure was the last. */
    public boolean isLastAttempt() {
      return attempts + 1 >= MAX_ATTEMPTS;
    }
  }

  /**
   * Notes the page of a new item, if its source is one whose pages are read and it has an address;
   * within the caller's transaction.
   */
  public void add(Handle handle, Item item, Instant now) {
    if (item.link() != null) {
      handle.execute(
          "INSERT INTO pages (item_id, due_at) SELECT ?, ? FROM feeds WHERE id = ? AND full_text",
          item.id(),
          now,
          item.feedId());
    }
  }

  /** Those that are due, the longest first, at most {@code max}. */
  public List<Page> due(Instant now, int max) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT p.attempts, "
                        + Items.COLUMNS
                        + " FROM pages p JOIN items i ON i.id = p.item_id"
                        + " WHERE p.due_at <= ? ORDER BY p.due_at LIMIT ?")
                .bind(0, now)
                .bind(1, max)
                .map((row, context) -> new Page(Items.row(row, context), row.getInt("attempts")))
                .list());
  }

  /** The page waits for its turn at its server. */
  public void later(Page page, Duration pause, Instant now) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE pages SET due_at = ? WHERE item_id = ?",
                now.plus(pause),
                page.item().id()));
  }

  /** The page could not be read: tried again twice, after longer and longer pauses. */
  public void failed(Page page, Instant now) {
    if (page.isLastAttempt()) {
      jdbi.useHandle(handle -> done(handle, page));
      return;
    }
    Duration pause = FIRST_PAUSE.multipliedBy(1L << (3 * page.attempts()));
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE pages SET attempts = attempts + 1, due_at = ? WHERE item_id = ?",
                now.plus(pause),
                page.item().id()));
  }

  /** The page is read no more, within the caller's transaction. */
  public void done(Handle handle, Page page) {
    handle.execute("DELETE FROM pages WHERE item_id = ?", page.item().id());
  }

  /**
   * Stores the article as the item's whole text, within the caller's transaction.
   *
   * @return the item with it
   */
  public Item fill(Handle handle, Page page, String article, Instant now) {
    handle.execute(
        "UPDATE items SET body = ?, changed_at = ? WHERE id = ?", article, now, page.item().id());
    return page.item().filled(article);
  }
}
