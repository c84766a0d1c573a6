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

  Candidate decided(Verdict other) {
    return new Candidate(side, from, to, entity, proclitics, spelling, other, covers);
  }
}
