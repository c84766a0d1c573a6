package org.marsad.story;

import java.util.Set;

/**
 * A number of a report.
 *
 * @param value in digits; of a date, day and month; behind {@code ~} where only about how many is
 *     said
 * @param acts the meaning of what happened to so many, if it is said beside it
 * @param counted what there are so many of, if the next word says it
 * @param place what the word before makes of it: from so many to so many
 */
record Figure(String value, Set<String> acts, Set<String> counted, Atom.Place place) {
  boolean isDate() {
    return value.indexOf('/') >= 0;
  }
}
