package org.marsad.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
   * The items fit to be stored: those with any text, each once, with the key that tells it from the
   * others as its guid, and dates that cannot be true (1970, more than a day ahead) unknown.
   *
   * @param byLink whether this feed's guids proved unsteady
   * @param now what "ahead" is seen from
   */
  public List<Item> toStore(boolean byLink, Instant now) {
    Set<String> seen = new HashSet<>();
    return items.stream()
        .filter(item -> !item.title().isEmpty() || !item.summary().isEmpty())
        .map(item -> keyed(item, byLink, now))
        .filter(item -> seen.add(item.guid()))
        .toList();
  }

  private static Item keyed(Item item, boolean byLink, Instant now) {
    return new Item(
        item.id(),
        item.feedId(),
        ItemKey.of(item, byLink),
        item.link(),
        item.title(),
        item.summary(),
        item.author(),
        plausible(item.publishedAt(), now),
        plausible(item.updatedAt(), now),
        item.seenAt());
  }

  private static @Nullable Instant plausible(@Nullable Instant date, Instant now) {
    boolean known =
        date != null && date.isAfter(EARLIEST) && date.isBefore(now.plus(Duration.ofDays(1)));
    return known ? date : null;
  }
}
