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
        .map(candidate -> abroad(candidate, candidates))
        .sorted(
            Comparator.comparingInt(Candidate::length)
                .reversed()
                .thenComparing(Candidate::entity, Comparator.reverseOrder()))
        .forEach(candidate -> decided.add(longest.decide(candidate)));
    return decided;
  }

  /** «المخابرات» in «المخابرات العامة السعودية» is as foreign as the longer alias. */
  private static Candidate abroad(Candidate candidate, List<Candidate> all) {
    return all.stream()
            .anyMatch(
                longer ->
                    longer.verdict() == Verdict.OTHER_COUNTRY
                        && longer.entity() == candidate.entity()
                        && longer.side() == candidate.side()
                        && longer.length() > candidate.length()
                        && longer.from() <= candidate.from()
                        && longer.to() >= candidate.to())
        ? candidate.decided(Verdict.OTHER_COUNTRY)
        : candidate;
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
