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
}
