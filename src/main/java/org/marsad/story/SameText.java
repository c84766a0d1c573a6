package org.marsad.story;

import java.util.List;

/** Whether two reports are one text, but for what outlets change in it. Pure functions. */
final class SameText {
  private static final int MIN_TITLE_WORDS = 4;
  private static final int MIN_TEXT_WORDS = 6;
  private static final int MIN_CUT_WORDS = 3;

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

  /** Whether the second is what is left of the first when it breaks off. */
  private static boolean isCut(List<String> whole, List<String> part, boolean isMarked) {
    int common = common(whole, part);
    return common >= MIN_CUT_WORDS && common >= part.size() - (isMarked ? 1 : 0);
  }

  private static boolean isAlike(List<String> first, List<String> second) {
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
