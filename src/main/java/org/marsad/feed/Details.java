package org.marsad.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an item has beside its headline and teaser.
 *
 * @param body the whole text as plain text, where the feed gives one that is not its teaser
 *     (content:encoded, Atom's content, media:description); else empty
 * @param language as the item or else its feed names it ("ar", "ar-LY"), or empty
 * @param categories as the feed words them, in its order, each once
 * @param media its picture, else what is enclosed
 */
public record Details(
    String body, String language, List<String> categories, @Nullable Media media) {
  /** Nothing beside headline and teaser. */
  public static final Details NONE = new Details("", "", List.of(), null);

  /** Copies the categories. */
  public Details {
    categories = List.copyOf(categories);
  }
}
