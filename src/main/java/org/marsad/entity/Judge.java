package org.marsad.entity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marsad.entity.Condition.Flag;

/** Holds the conditions of aliases and names against one item. One thread. */
final class Judge {
  private final Evidence evidence;
  private final Map<Integer, Boolean> rivals = new HashMap<>();

  Judge(Evidence evidence) {
    this.evidence = evidence;
  }

  /** What the condition says of a phrase. */
  Verdict verdict(Check check, Side side, int from, int to) {
    if (!check.languages().isEmpty() && !check.languages().contains(side.language())) {
      return Verdict.OTHER_LANGUAGE;
    }
    boolean against = evidence.any(check.unless()) && !evidence.any(check.but());
    if (evidence.any(check.never()) || (against && !check.unless().isEmpty())) {
      return Verdict.OTHER_CONTEXT;
    }
    if (!check.needs().isEmpty() && !evidence.any(check.needs())) {
      return Verdict.NO_CONTEXT;
    }
    if (check.has(Flag.FIRST_NAME)
        && Capitals.nameFollows(side, to)
        && !evidence.any(check.but())) {
      return Verdict.SOMEBODY_ELSE;
    }
    return check.countries().isEmpty() ? Verdict.NAMED : placed(check, side, from, to);
  }

  private Verdict placed(Check check, Side side, int from, int to) {
    List<Place> ties = ties(check, side, from, to);
    if (!ties.isEmpty()) {
      return foreign(check, ties) ? Verdict.OTHER_COUNTRY : Verdict.NAMED;
    }
    if (check.has(Flag.ONLY) && hasRival(check)) {
      return Verdict.RIVAL;
    }
    boolean actors = evidence.any(check.or());
    if (!actors && !evidence.any(check.countries())) {
      return Verdict.NO_CONTEXT;
    }
    return !actors && foreignDateline(check, side) ? Verdict.OTHER_COUNTRY : Verdict.NAMED;
  }

  private static List<Place> ties(Check check, Side side, int from, int to) {
    return new Surroundings(side).ties(from, to, check.has(Flag.TRAVELS));
  }

  private static boolean foreign(Check check, List<Place> ties) {
    return ties.stream().anyMatch(place -> !place.countries().intersects(check.countries()));
  }

  /** «لبنان: …» puts all that follows there. */
  private static boolean foreignDateline(Check check, Side side) {
    Place first = side.places().from(0);
    return first != null
        && first.role() != Role.PEOPLE
        && first.to() < side.scan().size()
        && !side.scan().joined(first.to())
        && !first.countries().intersects(check.countries());
  }

  private boolean hasRival(Check check) {
    return rivals.computeIfAbsent(check.number(), any -> findRival(check));
  }

  private boolean findRival(Check check) {
    for (Side side : evidence.sides()) {
      for (Span span : side.scan().all()) {
        if (span.is(Role.RIVAL, check.number())
            && foreign(check, ties(check, side, span.from(), span.to()))) {
          return true;
        }
      }
    }
    return false;
  }
}
