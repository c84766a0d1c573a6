package org.marsad.entity;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.marsad.text.Token;

/**
 * Capitals that an item spells out itself: "the Rwanda Security Force", whose RSF are not Sudan's.
 * Pure functions.
 */
final class Initials {
  /** Of two letters there are too many names. */
  private static final int MIN_LETTERS = 3;

  /** Longest word that need not be counted (of, des, and). */
  private static final int MAX_SMALL_LETTERS = 3;

  private Initials() {}

  /** Whether the phrase is such capitals. */
  static boolean are(Scan scan, Span span) {
    Token token = scan.token(span.from());
    return span.length() == 1
        && !token.isArabic()
        && token.written().length() >= MIN_LETTERS
        && Phrases.inCapitals(token);
  }

  /**
   * Whether capitalised words with these initials stand together there, and form a name that is not
   * the entity's.
   *
   * @param own whether a phrase is a name of the entity, or a context of it
   */
  static boolean spellAnotherOut(Side side, String capitals, Predicate<Span> own) {
    Scan scan = side.scan();
    if (side.capitalised()) {
      return false;
    }
    for (int from = 0; from < scan.size(); from++) {
      Integer to = end(scan, from, capitals);
      if (to != null && !isOwn(scan, from, to, own)) {
        return true;
      }
    }
    return false;
  }

  /** Behind the name that begins there, or null. */
  private static @Nullable Integer end(Scan scan, int from, String capitals) {
    int letters = 0;
    for (int at = from; at < scan.size() && (at == from || scan.joined(at)); at++) {
      String word = scan.token(at).written();
      if (word.charAt(0) == capitals.charAt(letters) && !Phrases.inCapitals(scan.token(at))) {
        letters++;
        if (letters == capitals.length()) {
          return at + 1;
        }
      } else if (letters == 0
          || word.length() > MAX_SMALL_LETTERS
          || Character.isUpperCase(word.charAt(0))) {
        return null;
      }
    }
    return null;
  }

  private static boolean isOwn(Scan scan, int from, int to, Predicate<Span> own) {
    return scan.all().stream()
        .anyMatch(span -> span.from() < to && from < span.to() && own.test(span));
  }
}
