package org.marsad.story;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Letters that stand for a name: HCP for «Haut-Commissariat au Plan». Pure functions. */
final class Initials {
  private static final Pattern LETTERS = Pattern.compile("[a-z]{3,6}");

  private Initials() {}

  /** Whether words in a row, small ones left out, begin with these letters. */
  static boolean areOf(String letters, List<String> words) {
    return LETTERS.matcher(letters).matches()
        && IntStream.rangeClosed(0, words.size() - letters.length())
            .anyMatch(from -> begin(letters, words.subList(from, from + letters.length())));
  }

  private static boolean begin(String letters, List<String> words) {
    return IntStream.range(0, letters.length())
        .allMatch(i -> words.get(i).charAt(0) == letters.charAt(i));
  }
}
