package org.marsad.watch;

import java.util.List;
import org.marsad.watch.QueryParser.Problem;
import org.marsad.watch.Sign.Kind;

/** What is special about {@code NEAR/5(…, …)}. Pure functions. */
final class NearSign {
  private NearSign() {}

  /** The number behind the slash, in any digits; noted if it is none or out of bounds. */
  static int words(Sign near, Mistakes mistakes) {
    String typed = near.text();
    int slash = typed.indexOf('/');
    long words = 0;
    for (int i = slash + 1; i < typed.length(); i++) {
      int digit = Character.digit(typed.charAt(i), 10);
      words = digit < 0 || words < 0 ? -1 : Math.min(words * 10 + digit, Integer.MAX_VALUE);
    }
    int most = QueryParser.MAX_NEAR_WORDS;
    if (words < 1 || words > most) {
      String right = typed.substring(0, slash) + "/" + (words > most ? most : most / 2);
      mistakes.note(Problem.NEAR_DISTANCE, near.start(), near.end(), right);
    }
    return (int) Math.max(1, Math.min(words, most));
  }

  /** Notes that the brackets are missing, and puts them round the next two words. */
  static void noteNoBrackets(Sign near, List<Sign> ahead, Mistakes mistakes) {
    if (ahead.get(0).is(Kind.WORD) && ahead.get(1).is(Kind.WORD)) {
      String parts = ahead.get(0).text() + ", " + ahead.get(1).text();
      mistakes.note(
          Problem.NEAR_PARTS, near.start(), ahead.get(1).end(), near.text() + "(" + parts + ")");
    } else {
      mistakes.note(Problem.NEAR_PARTS, near.start(), near.end(), "");
    }
  }

  /** Notes that there are more parts than there may be, and drops those from this comma on. */
  static void noteTooMany(Sign comma, Sign close, Mistakes mistakes) {
    mistakes.note(Problem.NEAR_PARTS, comma.start(), close.start(), "");
  }

  /** Only what has a place in the text can stand near something. */
  static boolean canBeNear(List<Query> parts) {
    return parts.stream()
        .allMatch(
            part ->
                part instanceof Query.Words
                    || part instanceof Query.Prefix
                    || part instanceof Query.OfEntity
                    || part instanceof Query.Any any && canBeNear(any.parts()));
  }
}
