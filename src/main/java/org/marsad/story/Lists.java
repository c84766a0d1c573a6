package org.marsad.story;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

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
        && lengths(other, isOfDays(figure)).contains(number.intValue());
  }

  /** «يومين» are Monday and Tuesday. */
  private static Predicate<Atom> isOfDays(Figure figure) {
    return figure.sort().unit().equals("يوم")
        ? atom -> atom.kind() == Kind.DAY
        : atom -> atom.kind().isName();
  }

  private static Set<Integer> lengths(Account account, Predicate<Atom> listed) {
    Set<Integer> lengths = new HashSet<>(lengths(account.title().atoms(), listed));
    lengths.addAll(lengths(account.text().atoms(), listed));
    return lengths;
  }

  /** Also of names so short that «و» may be their own. */
  private static boolean isAnd(Atom atom) {
    return atom.conjoined() || (atom.form().startsWith("و") && atom.form().length() == SHORT);
  }

  /** A name, then one or more with «و»; a name of several words goes on. */
  private static Set<Integer> lengths(List<Atom> atoms, Predicate<Atom> listed) {
    Set<Integer> lengths = new HashSet<>();
    int length = 0;
    for (Atom atom : atoms) {
      boolean name = listed.test(atom);
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
