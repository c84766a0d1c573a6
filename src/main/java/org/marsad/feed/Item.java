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
 * @param summary the teaser or text; may be empty
 * @param author who signed it, if said
 * @param publishedAt the feed's word for when it was published; shown, never used to decide what is
 *     new
 * @param updatedAt the feed's word for when it was changed
 * @param seenAt when it was first read by us
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
    Instant seenAt) {}
