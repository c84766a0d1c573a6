package org.marsad.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.marsad.entity.Entity.Group;

/**
 * Lets the longest names stand: a shorter one inside or across them is part of something else. Only
 * a place keeps its name inside that of another place, force or body: who is told of Khartoum is
 * told of «مطار الخرطوم».
 */
final class Longest {
  private final List<Group> groups;
  private final Overlaps excluding = new Overlaps();
  private final Overlaps standing = new Overlaps();

  private Longest(List<Group> groups) {
    this.groups = groups;
  }

  /** The candidates with their final verdicts; the groups are those of the entities' numbers. */
  static List<Candidate> of(List<Candidate> candidates, List<Group> groups) {
    Longest longest = new Longest(groups);
    List<Candidate> decided = new ArrayList<>(candidates.size());
    candidates.stream().filter(Candidate::isExcluded).forEach(longest.excluding::add);
    candidates.stream()
        .map(longest::asLonger)
        .sorted(
            Comparator.comparingInt(Candidate::length)
                .reversed()
                .thenComparing(Candidate::entity, Comparator.reverseOrder()))
        .forEach(candidate -> decided.add(longest.decide(candidate)));
    return decided;
  }

  /** «المخابرات» in «المخابرات العامة السعودية» means no more than the longer alias does. */
  private Candidate asLonger(Candidate candidate) {
    return excluding
        .first(candidate, longer -> longer.excludes(candidate))
        .map(longer -> candidate.decided(longer.verdict()))
        .orElse(candidate);
  }

  private Candidate decide(Candidate candidate) {
    if (!candidate.isNamed()) {
      return candidate;
    }
    if (standing.first(candidate, longer -> covers(longer, candidate)).isPresent()) {
      return candidate.decided(Verdict.PART_OF_LONGER);
    }
    if (candidate.covers()) {
      standing.add(candidate);
    }
    return candidate;
  }

  private boolean covers(Candidate longer, Candidate shorter) {
    return !beside(longer, shorter) && !placeIn(longer, shorter);
  }

  /** The same words may name two entities. */
  private static boolean beside(Candidate one, Candidate other) {
    return one.from() == other.from() && one.to() == other.to() && one.entity() >= 0;
  }

  private boolean placeIn(Candidate longer, Candidate place) {
    return longer.entity() >= 0
        && place.entity() >= 0
        && longer.entity() != place.entity()
        && groups.get(longer.entity()) != Group.PERSON
        && groups.get(place.entity()) == Group.PLACE
        && longer.from() <= place.from()
        && place.to() <= longer.to();
  }
}
