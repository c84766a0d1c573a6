package org.marsad.archive;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what a search found.
 *
 * @param found the newest first
 * @param newer where the page before this one begins, or null if this is the first
 * @param older where the page behind this one begins, or null if this is the last
 * @param isComplete whether the index held all items; if not, it is being built, and items may be
 *     missing
 */
public record Results(
    List<Found> found, @Nullable Turn newer, @Nullable Turn older, boolean isComplete) {
  /** Copies the items. */
  public Results {
    found = List.copyOf(found);
  }
}
