package org.marsad.watch;

import org.jspecify.annotations.Nullable;
import org.marsad.watch.QueryParser.Problem;

/** Keeps the first mistake found in a query, so that reading can go on without exceptions. */
final class Mistakes {
  private @Nullable Mistake first;

  /**
   * Something wrong, and the edit that would put it right.
   *
   * @param start where the edit begins
   * @param end where it ends
   * @param instead what is to stand there
   */
  record Mistake(Problem problem, int position, int start, int end, String instead) {
    /** The text with the edit made. */
    String corrected(String text) {
      return text.substring(0, start) + instead + text.substring(end);
    }
  }

  /** Notes a mistake whose place is what must be replaced. */
  void note(Problem problem, int start, int end, String instead) {
    note(new Mistake(problem, start, start, end, instead));
  }

  void note(Mistake mistake) {
    if (first == null) {
      first = mistake;
    }
  }

  @Nullable Mistake first() {
    return first;
  }
}
