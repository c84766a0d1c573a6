package org.marsad.watch;

/**
 * The way from one word of a phrase to behind the next.
 *
 * @param stem of the next word
 * @param rule how it may stand there
 * @param to what it reaches
 */
record Edge(Stem stem, StemRule rule, Node to) implements Slots.Hashed {
  @Override
  public int hash() {
    return stem.hash();
  }

  /** Whether a word that was read so goes this way. */
  boolean takes(int opening, int endings, String written) {
    return (rule.openings() & opening) != 0
        && (rule.endings() & endings) != 0
        && (rule.written() == null || rule.written().equals(written));
  }
}
