package org.marsad.entity;

/**
 * First names that stand before a surname, or before «و» and another first name.
 *
 * @param from the first word of the first of them
 * @param to the word behind the last
 * @param person the number of the person they name, -1 for somebody else; without meaning if empty
 * @param joined whether «و» is put before them, so that more names may stand before
 */
record NameUnit(int from, int to, int person, boolean joined, String spelling) {
  static final int NOBODY_KNOWN = -1;

  boolean isEmpty() {
    return from == to;
  }

  /** Whether they name a person of the catalogue. */
  boolean isKnown() {
    return person != NOBODY_KNOWN;
  }
}
