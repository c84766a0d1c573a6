package org.marsad.watch;

import java.util.List;
import org.marsad.text.Opening;

/**
 * The prefixes of all queries. One thread at a time may change it; any number read meanwhile
 * without waiting.
 */
final class Prefixes {
  /** Letters beyond these are not told apart. */
  private static final int LONGEST = 63;

  private final Trie trie = new Trie();
  private final int[] counts = new int[LONGEST + 1];
  private volatile long lengths;

  Stems stems() {
    return trie.stems();
  }

  /** The lengths that prefixes have, as a set of bits. */
  long lengths() {
    return lengths;
  }

  void add(Query.Prefix prefix, Atom atom) {
    List<StemRule> rules = rules(prefix);
    trie.add(new Phrasing.Path(List.of(rules)), atom);
    rules.forEach(rule -> count(rule, 1));
  }

  void remove(Query.Prefix prefix, Atom atom) {
    List<StemRule> rules = rules(prefix);
    trie.remove(new Phrasing.Path(List.of(rules)), atom);
    rules.forEach(rule -> count(rule, -1));
  }

  private void count(StemRule rule, int more) {
    int length = rule.stem().length();
    counts[length] += more;
    long bit = 1L << length;
    lengths = counts[length] > 0 ? lengths | bit : lengths & ~bit;
  }

  /** The ways to write the prefix. */
  static List<StemRule> rules(Query.Prefix prefix) {
    String stem = prefix.stem();
    String kept = stem.substring(0, Math.min(stem.length(), LONGEST));
    int bare = Ending.NONE.bit();
    int openings = Opening.before(kept);
    if (!kept.startsWith("ال")) {
      return List.of(new StemRule(kept, openings, bare));
    }
    return List.of(
        new StemRule(kept, openings & ~Opening.ARTICLE, bare),
        new StemRule(kept.substring(2), openings & Opening.ARTICLE, bare));
  }
}
