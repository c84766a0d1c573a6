package org.marsad.entity;

import java.util.BitSet;
import org.marsad.text.Proclitics;
import org.marsad.text.Token;
import org.marsad.text.Token.Gap;

/** What stands close to a name, in the same clause. One field, one thread. */
final class Beside {
  /** So far, in words, what a neighbour says is still said of the name. */
  static final int MAX_WORDS = 4;

  private final Spot spot;
  private final Scan scan;

  Beside(Spot spot) {
    this.spot = spot;
    scan = spot.side().scan();
  }

  /** Whether one of these contexts or countries does. */
  boolean any(BitSet subjects) {
    int start = spot.from();
    while (spot.from() - start < MAX_WORDS && scan.joined(start)) {
      start--;
      if (names(start, spot.from(), subjects)) {
        return true;
      }
    }
    for (int at = spot.to(); at < spot.to() + MAX_WORDS && scan.joined(at); at++) {
      if (names(at, scan.size(), subjects)) {
        return true;
      }
    }
    return false;
  }

  private boolean names(int at, int end, BitSet subjects) {
    Place place = spot.side().places().from(at);
    return (place != null && place.countries().intersects(subjects))
        || scan.startingAt(at).stream()
            .anyMatch(
                span -> span.is(Role.CONTEXT) && subjects.get(span.number()) && span.to() <= end);
  }

  /**
   * Whether a place is meant: behind a preposition or a word for a place (في سرت, أهالي سرت), with
   * a proclitic that is one, or before the colon of a dateline.
   */
  boolean place() {
    String proclitics = spot.proclitics();
    boolean dateline = spot.from() == 0 && spot.to() < scan.size() && !scan.joined(spot.to());
    return proclitics.endsWith("ب")
        || proclitics.endsWith("ل")
        || (proclitics.isEmpty() && (dateline || behindWhereabouts()));
  }

  /** Whether no noun can follow it that it is of (تأسيس حكومة): its clause or quote ends there. */
  boolean alone() {
    return !scan.joined(spot.to()) || scan.token(spot.to()).gap() == Gap.QUOTE;
  }

  private boolean behindWhereabouts() {
    return scan.joined(spot.from()) && scan.to(spot.from(), Role.WHEREABOUTS) != null;
  }

  /**
   * Whether it is the adjective of the noun right before (السيارة البيضاء, but not الأبيض behind a
   * feminine noun, which it cannot describe, or behind a name).
   */
  boolean adjective() {
    int at = spot.from();
    if (!spot.proclitics().isEmpty()
        || !scan.joined(at)
        || behindWhereabouts()
        || scan.to(at, Role.ALIAS) != null) {
      return false;
    }
    boolean feminine = scan.token(spot.to() - 1).form().endsWith("اء");
    Token noun = scan.token(at - 1);
    boolean definite =
        Proclitics.of(noun).stream().anyMatch(reading -> reading.base().startsWith("ال"));
    return definite && (feminine || !(noun.form().endsWith("ه") || noun.form().endsWith("ات")));
  }
}
