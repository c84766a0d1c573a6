package org.marsad.feed;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a feed's server says it moved for good (301, 308).
 *
 * @param to the new address, or null while there is none
 * @param times checks in a row that were told so
 */
public record Move(@Nullable URI to, int times) {
  /** Nothing was said. */
  public static final Move NONE = new Move(null, 0);

  /** Once can be a mistake of the server's, or a hotel's log-in page in between. */
  private static final int TIMES_TO_BELIEVE = 3;

  /** After a check that succeeded. */
  Move after(@Nullable URI told) {
    return told == null ? NONE : new Move(told, told.equals(to) ? times + 1 : 1);
  }

  /** Whether it was said often enough to take the new address. */
  public boolean isBelieved() {
    return to != null && times >= TIMES_TO_BELIEVE;
  }
}
