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
  Verdict verdict(Check check, Spot spot) {
    if (!check.languages().isEmpty() && !check.languages().contains(spot.side().language())) {
      return Verdict.OTHER_LANGUAGE;
    }
    Beside beside = new Beside(spot);
    List<Place> ties = check.countries().isEmpty() ? List.of() : ties(check, spot);
    boolean atHome = !ties.isEmpty() && !foreign(check, ties);
    if ((!atHome && isAgainst(check, spot)) || beside.any(check.notBeside())) {
      return Verdict.OTHER_CONTEXT;
    }
    if (check.has(Flag.ADJECTIVE) && beside.adjective()) {
      return Verdict.PART_OF_LONGER;
    }
    if ((!check.needs().isEmpty() && !evidence.any(check.needs(), spot))
        || (check.has(Flag.PLACED) && !beside.place())
        || (check.has(Flag.ALONE) && !beside.alone())) {
      return Verdict.NO_CONTEXT;
    }
    if (check.has(Flag.FIRST_NAME)
        && Capitals.nameFollows(spot.side(), spot.to())
        && !evidence.any(check.but(), spot)) {
      return Verdict.SOMEBODY_ELSE;
    }
    return check.countries().isEmpty() ? Verdict.NAMED : placed(check, spot, ties);
  }

  private boolean isAgainst(Check check, Spot spot) {
    return evidence.any(check.unless(), spot) && !evidence.any(check.but(), spot);
  }

  private Verdict placed(Check check, Spot spot, List<Place> ties) {
    if (!ties.isEmpty()) {
      return foreign(check, ties) ? Verdict.OTHER_COUNTRY : Verdict.NAMED;
    }
    if (check.has(Flag.ONLY) && hasRival(check)) {
      return Verdict.RIVAL;
    }
    boolean actors = evidence.any(check.or(), spot);
    if (!actors && !evidence.any(check.countries(), spot)) {
      return Verdict.NO_CONTEXT;
    }
    return !actors && foreignDateline(check, spot.side()) ? Verdict.OTHER_COUNTRY : Verdict.NAMED;
  }

  private static List<Place> ties(Check check, Spot spot) {
    return new Surroundings(spot.side()).ties(spot.from(), spot.to(), check.has(Flag.TRAVELS));
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
            && foreign(check, ties(check, new Spot(side, span)))) {
          return true;
        }
      }
    }
    return false;
  }
}
