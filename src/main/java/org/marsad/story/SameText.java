package org.marsad.story;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether two reports are one text, but for what outlets change in it. Pure functions. */
final class SameText {
  private static final int MIN_TITLE_WORDS = 4;
  private static final int MIN_TEXT_WORDS = 6;
  private static final int MIN_CUT_WORDS = 3;
  private static final int MIN_LONG_WORDS = 15;

  /** A text that is so much longer than a teaser tells the whole of it. */
  private static final int MAX_TIMES_MORE = 2;

  /** What begins with them was known before, or says who wrote it. */
  private static final Set<String> BEFORE =
      Set.of(
          "كان",
          "كانت",
          "كانوا",
          "سبق",
          "يذكر",
          "يشار",
          "تجدر",
          "ياتي",
          "تاتي",
          "تحرير",
          "اعداد",
          "ترجمه",
          "المصدر",
          "المزيد",
          "اقرا",
          "background",
          "earlier",
          "reporting",
          "editing",
          "writing");

  private SameText() {}

  /** Also if one has no text, or one that breaks off; or if only the headline is new. */
  static boolean is(Pair pair) {
    Account.Letter told = pair.told().letter();
    Account.Letter fresh = pair.fresh().letter();
    if (!isAlike(told.title(), fresh.title())) {
      return fresh.text().size() >= MIN_TEXT_WORDS
          && isAlike(told.text(), fresh.text())
          && pair.fresh().title().facts().stream().allMatch(atom -> Pair.has(pair.told(), atom));
    }
    if (told.text().isEmpty() && !fresh.text().isEmpty()) {
      return fresh.title().size() >= MIN_TITLE_WORDS;
    }
    return fresh.text().isEmpty()
        || isAlike(told.text(), fresh.text())
        || isCut(told.text(), fresh.text(), fresh.isCut())
        || isCut(fresh.text(), told.text(), told.isCut());
  }

  /** Whether they have a long text in common, or the second what is left of it. */
  static boolean isOneText(Pair pair) {
    Account.Letter told = pair.told().letter();
    Account.Letter fresh = pair.fresh().letter();
    return fresh.text().size() >= MIN_LONG_WORDS
        && (isAlike(told.text(), fresh.text()) || isCut(told.text(), fresh.text(), fresh.isCut()));
  }

  /**
   * What a report adds behind another's text that was not told: a clause in which something
   * happened, and not what was known before («وكان ...»). Not what follows a mere teaser.
   */
  static @Nullable Verdict added(Pair pair) {
    Account.Letter told = pair.told().letter();
    Account.Letter fresh = pair.fresh().letter();
    int more = fresh.text().size() - told.text().size();
    if (told.text().isEmpty()
        || told.isCut()
        || more > told.text().size() * MAX_TIMES_MORE
        || !isCut(fresh.text(), told.text(), false)) {
      return null;
    }
    List<Atom> all = pair.fresh().text().atoms();
    List<Atom> added =
        all.subList(Math.min(all.size(), pair.told().text().atoms().size()), all.size());
    return added.isEmpty() || BEFORE.contains(added.get(0).form())
        ? null
        : added.stream()
            .filter(atom -> atom.kind().isAct() && !Weight.stands(atom, pair.told()))
            .findFirst()
            .map(atom -> Verdict.news(Verdict.Reason.ANOTHER_ACT, atom.form()))
            .orElse(null);
  }

  /** Whether the second is what is left of the first when it breaks off. */
  private static boolean isCut(List<String> whole, List<String> part, boolean isMarked) {
    int common = common(whole, part);
    return common >= MIN_CUT_WORDS && common >= part.size() - (isMarked ? 1 : 0);
  }

  /** Whether they are the same words, as they may be misspelt. */
  static boolean isAlike(List<String> first, List<String> second) {
    return !first.isEmpty()
        && first.size() == second.size()
        && common(first, second) == first.size();
  }

  /** How many words both begin with. */
  private static int common(List<String> first, List<String> second) {
    int common = 0;
    while (common < Math.min(first.size(), second.size())
        && Skeleton.isSame(first.get(common), second.get(common))) {
      common++;
    }
    return common;
  }
}
