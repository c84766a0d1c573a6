package org.marsad.entity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.marsad.text.Field;

/** Lets the longest names stand: a shorter one inside or across them is part of something else. */
final class Longest {
  private final BitSet takenInTitle = new BitSet();
  private final BitSet takenInText = new BitSet();
  private final List<Candidate> standing = new ArrayList<>();

  private Longest() {}

  /** The candidates with their final verdicts. */
  static List<Candidate> of(List<Candidate> candidates) {
    Longest longest = new Longest();
    List<Candidate> decided = new ArrayList<>(candidates.size());
    candidates.stream()
        .sorted(
            Comparator.comparingInt(Candidate::length)
                .reversed()
                .thenComparing(Candidate::entity, Comparator.reverseOrder()))
        .forEach(candidate -> decided.add(longest.decide(candidate)));
    return decided;
  }

  private Candidate decide(Candidate candidate) {
    if (!candidate.isNamed()) {
      return candidate;
    }
    BitSet taken = candidate.side().field() == Field.TITLE ? takenInTitle : takenInText;
    int free = taken.nextSetBit(candidate.from());
    boolean covered = free >= 0 && free < candidate.to() && !beside(candidate);
    if (covered) {
      return candidate.decided(Verdict.PART_OF_LONGER);
    }
    if (candidate.covers()) {
      taken.set(candidate.from(), candidate.to());
      standing.add(candidate);
    }
    return candidate;
  }

  /** The same words may name two entities. */
  private boolean beside(Candidate candidate) {
    return standing.stream()
        .anyMatch(
            other ->
                other.side() == candidate.side()
                    && other.from() == candidate.from()
                    && other.to() == candidate.to()
                    && other.entity() >= 0);
  }
}
