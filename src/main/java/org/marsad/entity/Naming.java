package org.marsad.entity;

/**
 * A place where a person, or somebody of that family, is named.
 *
 * @param from the first word
 * @param to the word behind the last
 * @param person the number of the person, -1 for somebody the catalogue does not know
 * @param proclitics what is put before the name
 * @param spelling the name as the catalogue writes it
 */
record Naming(
    Side side,
    int from,
    int to,
    int family,
    int person,
    Way way,
    Verdict verdict,
    String proclitics,
    String spelling) {

  /** How somebody is named. */
  enum Way {
    /** First name and surname. */
    FULL,
    /** A first name in a list or behind a word of kinship. */
    FIRST_NAME,
    /** The surname behind a rank that only one member has. */
    RANKED,
    /** The surname of whom something or somebody else belongs to: قوات حفتر, نجل حفتر. */
    OWNER,
    /** The surname alone. */
    BARE
  }

  boolean isNamed() {
    return verdict == Verdict.NAMED;
  }

  Naming meaning(int other, Verdict decided) {
    return new Naming(side, from, to, family, other, way, decided, proclitics, spelling);
  }
}
