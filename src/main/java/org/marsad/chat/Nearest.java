package org.marsad.chat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** Finds the command that somebody most likely meant. Pure functions. */
final class Nearest {
  private static final int MAX_EDITS = 2;

  private Nearest() {}

  private record Distance(Verb verb, int edits) {}

  /** The command one of whose names is at most two letters away. */
  static Optional<Verb> to(String name) {
    return Arrays.stream(Verb.values())
        .flatMap(verb -> verb.names().stream().map(known -> new Distance(verb, edits(name, known))))
        .filter(distance -> distance.edits() <= MAX_EDITS && distance.edits() < name.length() - 1)
        .min(Comparator.comparingInt(Distance::edits))
        .map(Distance::verb);
  }

  /** Letters to add, leave out, change, or swap with the next (optimal string alignment). */
  static int edits(String from, String to) {
    int[][] edits = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : least(edits, from, to, i, j);
      }
    }
    return edits[from.length()][to.length()];
  }

  private static int least(int[][] edits, String from, String to, int i, int j) {
    boolean same = from.charAt(i - 1) == to.charAt(j - 1);
    int least =
        Math.min(
            Math.min(edits[i - 1][j], edits[i][j - 1]) + 1, edits[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
  }
}
