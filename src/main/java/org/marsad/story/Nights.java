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

  /** Words before a day for the hours next to midnight. */
  private static final Set<String> HOURS =
      Set.of(
          "ليل", "ليله", "مساء", "فجر", "صباح", "منتصف", "night", "dawn", "early", "late", "nuit",
          "aube", "soir", "matin");

  private Nights() {}

  /** Whether the day of the fresh report is the one next to a day told, and both met at night. */
  static boolean isFollowed(String day, Pair pair) {
    int index = WEEK.indexOf(day);
    if (index < 0) {
      return false;
    }
    String before = WEEK.get((index + WEEK.size() - 1) % WEEK.size());
    return isAtNight(before, pair.told().whole()) && isAtNight(day, pair.fresh().whole());
  }

  private static boolean isAtNight(String day, Passage passage) {
    List<Atom> atoms = passage.atoms();
    return IntStream.range(1, atoms.size())
        .anyMatch(
            i -> atoms.get(i).keys().contains(day) && HOURS.contains(atoms.get(i - 1).form()));
  }
}
