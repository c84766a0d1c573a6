package org.marsad.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One item as it is compared with others.
 *
 * @param title its headline, plain or with markup
 * @param text what stands below; may be empty
 * @param host where it was published: two of one host are never two sources
 * @param at when it was published, as well as we know
 */
public record Report(String title, String text, String host, @Nullable Instant at) {}
