package org.marsad.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed as its document states it.
 *
 * @param title plain text; may be empty
 * @param charset the charset its bytes proved to be in
 * @param link the outlet's page, if it names one
 * @param language as it names it ("ar", "ar-EG")
 * @param ttl how often it wishes to be read, at the most
 * @param items in the document's order, at most {@link FeedParser#MAX_ITEMS}; their guids are the
 *     feed's own ids, or empty where it states none
 */
public record ParsedFeed(
    String title,
    String charset,
    @Nullable String link,
    @Nullable String language,
    @Nullable Duration ttl,
    List<Item> items) {
  private static final Instant EARLIEST = Instant.parse("1980-01-01T00:00:00Z");

  public ParsedFeed {
    items = List.copyOf(items);
  }

  /**
   * The items fit to be stored: those with any text, with dates that cannot be true (1970, more
   * than a day ahead) unknown.
   *
   * @param now what "ahead" is seen from
   */
  List<Item> fit(Instant now) {
    return items.stream()
        .filter(item -> !item.text().isEmpty() || !isEmpty(item))
        .map(
            item ->
                item.dated(plausible(item.publishedAt(), now), plausible(item.updatedAt(), now)))
        .toList();
  }

  private static boolean isEmpty(Item item) {
    return item.title().isEmpty() || item.title().equals(item.link());
  }

  private static @Nullable Instant plausible(@Nullable Instant date, Instant now) {
    boolean known =
        date != null && date.isAfter(EARLIEST) && date.isBefore(now.plus(Duration.ofDays(1)));
    return known ? date : null;
  }
}
