package org.marsad.watch;

import java.util.Comparator;
import org.marsad.text.Field;

/**
 * Where a hit stands.
 *
 * @param field the field it stands in
 * @param start the UTF-16 offset of its first char in that field as published
 * @param end the offset behind its last char; always greater than {@code start}
 * @param term what was looked for there, as the watch or the catalogue writes it (an alias, a word,
 *     a phrase)
 */
public record Place(Field field, int start, int end, String term) {
  /** The title first, then by offset. */
  public static final Comparator<Place> READING_ORDER =
      Comparator.comparing(Place::field)
          .thenComparingInt(Place::start)
          .thenComparingInt(Place::end);
}
