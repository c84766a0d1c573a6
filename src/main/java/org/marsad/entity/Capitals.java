package org.marsad.entity;

import java.util.List;
import org.marsad.text.Field;
import org.marsad.text.Token;
import org.marsad.text.Token.Gap;

/** What capital letters tell of names in Latin script. Pure functions. */
final class Capitals {
  private static final int MIN_LETTERS = 4;
  private static final int MIN_WORDS = 4;
  private static final List<String> ADJECTIVES =
      List.of("ing", "ed", "ly", "ern", "ful", "ous", "ist", "ish", "less", "ese");

  private Capitals() {}

  /** Whether a name goes on with the word there, so that the one before is a first name. */
  static boolean nameFollows(Side side, int at) {
    Scan scan = side.scan();
    return scan.joined(at)
        && scan.token(at).gap() == Gap.SPACE
        && capital(scan.token(at))
        && scan.from(at, Role.NO_NAMES) == null;
  }

  /** Whether the word there, which no table knows, reads as somebody's first name. */
  static boolean firstName(Side side, int at) {
    Scan scan = side.scan();
    return (scan.joined(at) || opensAHeadline(side, at))
        && capital(scan.token(at))
        && !Phrases.inCapitals(scan.token(at))
        && scan.to(at + 1, span -> known(span)) == null
        && side.places().to(at + 1) == null
        && !side.capitalised();
  }

  /** Every headline begins with a capital, so the first word must not end like an adjective too. */
  private static boolean opensAHeadline(Side side, int at) {
    return at == 0
        && side.field() == Field.TITLE
        && ADJECTIVES.stream().noneMatch(side.scan().token(at).form()::endsWith);
  }

  private static boolean known(Span span) {
    return switch (span.sense().role()) {
      case TITLES,
          RANK,
          OCCUPATIONS,
          NO_NAMES,
          ENGLISH,
          FRENCH,
          KIN,
          KINSFOLK,
          BESIDE_KIN,
          OWNED,
          ALIAS,
          HEAD ->
          true;
      default -> false;
    };
  }

  /** In a headline in which most words are capitalised, capitals tell nothing. */
  static boolean everywhere(Scan scan) {
    int words = 0;
    int capitals = 0;
    for (int i = 0; i < scan.size(); i++) {
      if (scan.token(i).form().length() >= MIN_LETTERS) {
        words++;
        capitals += capital(scan.token(i)) ? 1 : 0;
      }
    }
    return words >= MIN_WORDS && capitals * 3 > words * 2;
  }

  private static boolean capital(Token token) {
    return Character.isUpperCase(token.written().codePointAt(0));
  }
}
