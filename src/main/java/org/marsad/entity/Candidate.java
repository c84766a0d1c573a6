package org.marsad.entity;

/**
 * Words that may name an entity.
 *
 * @param entity the number of the entity, -1 for a phrase that names none but covers others
 * @param proclitics what is put before the first word
 * @param covers whether shorter names inside it are no names of their own
 */
record Candidate(
    Side side,
    int from,
    int to,
    int entity,
    String proclitics,
    String spelling,
    Verdict verdict,
    boolean covers) {
  int length() {
    return to - from;
  }

  boolean isNamed() {
    return verdict == Verdict.NAMED;
  }

  /** Whether it surely means something else. */
  boolean isExcluded() {
    return verdict == Verdict.OTHER_COUNTRY || verdict == Verdict.SOMEBODY_ELSE;
  }

  /** Whether it is a longer alias around another of the same entity, and means something else. */
  boolean excludes(Candidate inner) {
    return isExcluded()
        && entity == inner.entity
        && side == inner.side
        && length() > inner.length()
        && from <= inner.from
        && to >= inner.to;
  }

  Candidate decided(Verdict other) {
    return new Candidate(side, from, to, entity, proclitics, spelling, other, covers);
  }
}
