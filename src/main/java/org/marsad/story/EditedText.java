package org.marsad.story;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a report is another's text after a light hand: long, few words added or left out, no word
 * with a fact put in the place of one, and a headline made of what it says. Pure functions.
 */
final class EditedText {
  private static final int MIN_WORDS = 12;
  private static final int MAX_WORDS = 400;

  private static final int MAX_NAMES = 2;

  /** One word in so many may be new. */
  private static final int SHARE = 7;

  private EditedText() {}

  /** Whether its headline is the other's with words put in: then they are there for a reason. */
  static boolean isOneHeadline(Pair pair) {
    List<String> told = pair.told().letter().title();
    return common(told, pair.fresh().letter().title()) == told.size();
  }

  static boolean is(Pair pair) {
    if (!isKept(pair.told(), pair.fresh())) {
      return false;
    }
    List<Atom> more = missing(pair.fresh().text(), pair.told());
    return isNothingReplaced(pair, more)
        && areInOrder(pair)
        && (pair.fresh().letter().isCut() || smallWord(pair).isEmpty())
        && pair.fresh().title().facts().stream().allMatch(atom -> isTold(atom, more, pair.told()));
  }

  /** Whether it names those that were told in the order they were told in. */
  private static boolean areInOrder(Pair pair) {
    List<String> told = pair.told().text().names().stream().map(Atom::form).toList();
    List<String> fresh = pair.fresh().text().names().stream().map(Atom::form).toList();
    List<String> known = fresh.stream().filter(told::contains).toList();
    return common(told, known) == known.size();
  }

  /** The small word that only one of two texts has that are alike but for it, or null. */
  static @Nullable Verdict status(Pair pair) {
    boolean alike =
        !pair.fresh().letter().isCut()
            && isKept(pair.told(), pair.fresh())
            && isKept(pair.fresh(), pair.told());
    return alike
        ? smallWord(pair).map(word -> Verdict.news(Verdict.Reason.ANOTHER_THING, word)).orElse(null)
        : null;
  }

  private static Optional<String> smallWord(Pair pair) {
    return pair.fresh().letter().wording().status(pair.told().letter().wording());
  }

  private static boolean isKept(Account first, Account second) {
    List<String> told = first.letter().text();
    List<String> fresh = second.letter().text();
    int size = fresh.size();
    if (size < MIN_WORDS || told.size() < size - size / SHARE || told.size() > MAX_WORDS) {
      return false;
    }
    Set<String> known = new HashSet<>(told);
    long kept = fresh.stream().filter(known::contains).count();
    int fewest = size - size / SHARE;
    return kept >= fewest && common(told, fresh) >= fewest;
  }

  /** Words that only the one has, or only the other; no act that was not told. */
  private static boolean isNothingReplaced(Pair pair, List<Atom> more) {
    List<Atom> gone = missing(pair.told().text(), pair.fresh());
    return areMarkedAlike(pair.told(), pair.fresh())
        && more.stream().noneMatch(atom -> gone.stream().anyMatch(old -> isOfOneKind(atom, old)))
        && more.stream().allMatch(atom -> !atom.kind().isAct() || isLone(atom, pair))
        && more.stream().filter(atom -> atom.kind().isName()).count() <= MAX_NAMES;
  }

  /** Whether nothing that was ahead or not sure is done or sure by now. */
  private static boolean areMarkedAlike(Account told, Account fresh) {
    return told.text().of(Kind.MAY).stream().allMatch(atom -> Pair.has(fresh, atom));
  }

  /** A single word put between two that stood side by side begins no new clause. */
  private static boolean isLone(Atom atom, Pair pair) {
    List<String> told = pair.told().letter().text();
    List<String> fresh = pair.fresh().letter().text();
    int at = fresh.indexOf(atom.form());
    return at > 0
        && at + 1 < fresh.size()
        && Collections.indexOfSubList(told, List.of(fresh.get(at - 1), fresh.get(at + 1))) >= 0;
  }

  private static boolean isTold(Atom atom, List<Atom> more, Account told) {
    return Weight.stands(atom, told)
        || Wider.shareRoot(atom, told.wider())
        || (!atom.kind().isAct()
            && atom.kind() != Kind.GEO
            && more.stream().anyMatch(atom::isSame));
  }

  private static boolean isOfOneKind(Atom one, Atom other) {
    return one.kind() == other.kind() || one.kind() == Kind.UNKNOWN || other.kind() == Kind.UNKNOWN;
  }

  private static List<Atom> missing(Passage text, Account other) {
    return text.facts().stream().filter(atom -> !Weight.stands(atom, other)).toList();
  }

  /** How many words both have in one order. */
  private static int common(List<String> first, List<String> second) {
    int[] above = new int[second.size() + 1];
    for (String word : first) {
      int[] row = new int[second.size() + 1];
      for (int j = 1; j < row.length; j++) {
        row[j] =
            Skeleton.isSame(word, second.get(j - 1))
                ? above[j - 1] + 1
                : Math.max(above[j], row[j - 1]);
      }
      above = row;
    }
    return above[second.size()];
  }
}
