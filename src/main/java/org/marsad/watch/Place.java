package org.marsad.watch;

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
public record Place(Field field, int start, int end, String term) {}
