package org.marsad.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of an item that was seen before; more than its keys only while it is stored.
 *
 * @param itemId the key in the table {@code items}, or null once it was deleted
 * @param keys what told it from the others
 * @param title as stored, or empty
 * @param summary as stored, or empty
 * @param at when it was first read
 */
record Seen(@Nullable Long itemId, Keys keys, String title, String summary, Instant at) {}
