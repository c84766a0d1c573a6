package org.marsad.story;

import java.util.List;

/**
 * Whether a report goes on with what another told, whatever it adds to it, corrects or denies: most
 * of what its headline tells stands in the other. Pure functions.
 */
final class Development {
  private static final int MIN_SHARED = 2;

  private Development() {}

  static boolean is(Pair pair) {
    List<Atom> facts = pair.fresh().title().facts();
    long shared = facts.stream().filter(fact -> Pair.has(pair.told(), fact)).count();
    return shared >= MIN_SHARED && shared * 5 >= facts.size() * 3L;
  }
}
