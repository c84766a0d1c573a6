package org.marsad.story;

import java.time.Duration;
import java.util.List;

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
            && (isJoined(atom.form(), other.letter().title())
                || isJoined(atom.form(), other.letter().text())
                || other.whole().of(Kind.UNKNOWN).stream()
                    .anyMatch(name -> Skeleton.isSame(name.form(), atom.form()))));
  }

  /** «خانيونس» for «خان يونس». */
  private static boolean isJoined(String form, List<String> words) {
    for (int i = 1; i < words.size(); i++) {
      int cut = words.get(i - 1).length();
      if (form.length() == cut + words.get(i).length()
          && form.startsWith(words.get(i - 1))
          && form.endsWith(words.get(i))) {
        return true;
      }
    }
    return false;
  }
}
