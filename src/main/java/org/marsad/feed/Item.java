package org.marsad.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One publication in a feed. Every text is plain: markup removed, character references decoded.
 *
 * @param id the key in the table {@code items}; 0 before it is stored
 * @param feedId the key of its feed; 0 before it is stored
 * @param guid what tells it from the feed's other items
 * @param link its absolute http(s) address, if it has one
 * @param title the headline; may be empty
 * @param summary the teaser, or the text where the feed gives only one; may be empty. To be shown;
 *     what is searched is {@link #text}
 * @param author who signed it, if said
 * @param publishedAt the feed's word for when it was published; shown, never used to decide what is
 *     new
 * @param updatedAt the feed's word for when it was changed
 * @param seenAt when it was first read by us
 * @param details what else it has
 */
public record Item(
    long id,
    long feedId,
    String guid,
    @Nullable String link,
    String title,
    String summary,
    @Nullable String author,
    @Nullable Instant publishedAt,
    @Nullable Instant updatedAt,
    Instant seenAt,
    Details details) {
  private static final int MAX_TEASER_CHARS = 600;

  /** One without details. */
  public Item(
      long id,
      long feedId,
      String guid,
      @Nullable String link,
      String title,
      String summary,
      @Nullable String author,
      @Nullable Instant publishedAt,
      @Nullable Instant updatedAt,
      Instant seenAt) {
    this(
        id,
        feedId,
        guid,
        link,
        title,
        summary,
        author,
        publishedAt,
        updatedAt,
        seenAt,
        Details.NONE);
  }

  /**
   * All it says below its headline, which is what watches are matched against and what offsets into
   * its text count from: the teaser, then the body, or only the body where that holds the teaser
   * ("The minister said […]").
   */
  public String text() {
    String body = details.body();
    if (body.isEmpty()) {
      return summary;
    }
    return body.contains(withoutEllipsis(summary)) ? body : summary + "\n" + body;
  }

  /** Whether the feed gives so little of it that there must be more at its address. */
  public boolean isTeaser() {
    return text().length() < MAX_TEASER_CHARS;
  }

  /** The same with a whole text. */
  Item filled(String body) {
    return new Item(
        id,
        feedId,
        guid,
        link,
        title,
        summary,
        author,
        publishedAt,
        updatedAt,
        seenAt,
        new Details(body, details.language(), details.categories(), details.media()));
  }

  /** The same as it is stored. */
  Item stored(long newId, long newFeedId, String key, Instant firstSeenAt) {
    return new Item(
        newId,
        newFeedId,
        key,
        link,
        title,
        summary,
        author,
        publishedAt,
        updatedAt,
        firstSeenAt,
        details);
  }

  /** The same with other dates. */
  Item dated(@Nullable Instant published, @Nullable Instant updated) {
    return new Item(
        id, feedId, guid, link, title, summary, author, published, updated, seenAt, details);
  }

  private static String withoutEllipsis(String teaser) {
    int end = teaser.length();
    while (end > 0 && " \n.…[]()".indexOf(teaser.charAt(end - 1)) >= 0) {
      end--;
    }
    return teaser.substring(0, end);
  }
}
