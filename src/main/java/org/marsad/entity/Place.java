package org.marsad.entity;

import java.util.BitSet;

/**
 * A word for a country, its people or one of its cities, in a text.
 *
 * @param role {@link Role#COUNTRY}, {@link Role#PEOPLE} or {@link Role#CITY}
 * @param countries the numbers of the countries it may stand for, the likeliest first
 * @param proclitics what is put before it
 */
record Place(int from, int to, Role role, int first, BitSet countries, String proclitics) {
  /** Whether it may stand for several countries (طرابلس). */
  boolean isAmbiguous() {
    return countries.cardinality() > 1;
  }
}
