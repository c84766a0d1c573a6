package org.marsad.entity;

/**
 * A phrase found in a text.
 *
 * @param from its first word
 * @param to the word behind its last
 * @param proclitics what is put before its first word (و, ل, وب), as folded
 */
record Span(Sense sense, int from, int to, String proclitics) {
  int length() {
    return to - from;
  }

  boolean is(Role role) {
    return sense.role() == role;
  }

  boolean is(Role role, int number) {
    return sense.role() == role && sense.number() == number;
  }

  int number() {
    return sense.number();
  }

  /** Whether «و» is put before it. */
  boolean and() {
    return proclitics.startsWith("و");
  }
}
