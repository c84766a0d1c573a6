package org.marsad.story;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Counts the names of a list: «البصرة وذي قار وميسان» are three provinces. Pure functions. */
final class Lists {
  private static final int MAX_COUNT = 6;
  private static final int SHORT = 3;

  private Lists() {}

  /** Whether a small number of a report is how many names another lists. */
  static boolean counts(Figure figure, Account other) {
    BigDecimal number = figure.number();
    return number != null
        && !figure.isPercent()
        && number.compareTo(BigDecimal.ONE) > 0
        && number.compareTo(BigDecimal.valueOf(MAX_COUNT)) <= 0
        && lengths(other).contains(number.intValue());
  }

  private static Set<Integer> lengths(Account account) {
    Set<Integer> lengths = new HashSet<>(lengths(account.title().atoms()));
    lengths.addAll(lengths(account.text().atoms()));
    return lengths;
  }

  /** Also of names so short that «و» may be their own. */
  private static boolean isAnd(Atom atom) {
    return atom.conjoined() || (atom.form().startsWith("و") && atom.form().length() == SHORT);
  }

  /** A name, then one or more with «و»; a name of several words goes on. */
  private static Set<Integer> lengths(List<Atom> atoms) {
    Set<Integer> lengths = new HashSet<>();
    int length = 0;
    for (Atom atom : atoms) {
      boolean name = atom.kind().isName();
      if (length > 0 && name && isAnd(atom)) {
        length++;
        lengths.add(length);
      } else {
        length = name ? Math.max(1, length) : 0;
      }
    }
    return lengths;
  }
}
