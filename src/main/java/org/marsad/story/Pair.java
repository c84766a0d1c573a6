package org.marsad.story;

import java.time.Duration;

/**
 * Two reports side by side.
 *
 * @param told the one that was told before
 * @param fresh the one in question
 */
record Pair(Account told, Account fresh) {
  /** How far apart they were published; none if one does not say when. */
  Duration gap() {
    return told.at() == null || fresh.at() == null
        ? Duration.ZERO
        : Duration.between(told.at(), fresh.at()).abs();
  }

  /** Whether a word of one stands in the other, under whatever inflection or spelling. */
  static boolean has(Account other, Atom atom) {
    if (atom.entity() != null) {
      return atom.indexIn(other.whole().atoms()) >= 0;
    }
    return atom.shares(other.keys())
        || (atom.kind() == Kind.UNKNOWN
            && other.whole().of(Kind.UNKNOWN).stream()
                .anyMatch(name -> Skeleton.isSame(name.form(), atom.form())));
  }
}
