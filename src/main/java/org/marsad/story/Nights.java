package org.marsad.story;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The night of one day is the dawn of the next. Pure functions. */
final class Nights {
  /** In the order of the week, by their meanings. */
  private static final List<String> WEEK =
      Tables.lines("days.txt").stream()
          .filter(line -> line.get(0).equals("day"))
          .map(line -> Lexicon.standard().id(line.get(1)))
          .toList();

  private static final Set<String> EVENING =
      Set.of("ليل", "ليله", "مساء", "منتصف", "night", "late", "nuit", "soir");

  private static final Set<String> MORNING =
      Set.of("فجر", "صباح", "منتصف", "dawn", "early", "aube", "matin");

  private Nights() {}

  /** Whether it was in the evening of the day before by the told report, or later that night. */
  static boolean isFollowed(String day, Pair pair) {
    int index = WEEK.indexOf(day);
    if (index < 0) {
      return false;
    }
    String before = WEEK.get((index + WEEK.size() - 1) % WEEK.size());
    return isAt(EVENING, before, pair.told().whole()) && isAt(MORNING, day, pair.fresh().whole());
  }

  private static boolean isAt(Set<String> hours, String day, Passage passage) {
    List<Atom> atoms = passage.atoms();
    return IntStream.range(1, atoms.size())
        .anyMatch(
            i -> atoms.get(i).keys().contains(day) && hours.contains(atoms.get(i - 1).form()));
  }
}
