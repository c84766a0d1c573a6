package org.marsad.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A fixed set of short Arabic strings, each with an int of bits, read letter by letter: a trie in
 * arrays. Immutable.
 */
final class Affixes {
  /** The node before the first letter. */
  static final int START = 0;

  /** No string goes on like this. */
  static final int NOWHERE = -1;

  private static final int FIRST_LETTER = 0x0620;
  private static final int LETTERS = 0x30;

  private final int[] next;
  private final int[] bits;

  private Affixes(int[] next, int[] bits) {
    this.next = next;
    this.bits = bits;
  }

  /** The trie of these strings, read in this direction. */
  static Affixes of(Map<String, Integer> strings, boolean backwards) {
    List<int[]> nodes = new ArrayList<>();
    nodes.add(node());
    List<Integer> bits = new ArrayList<>(List.of(0));
    strings.forEach(
        (string, bit) -> {
          String path = backwards ? new StringBuilder(string).reverse().toString() : string;
          int at = START;
          for (char letter : path.toCharArray()) {
            int[] from = nodes.get(at);
            if (from[letter - FIRST_LETTER] == NOWHERE) {
              from[letter - FIRST_LETTER] = nodes.size();
              nodes.add(node());
              bits.add(0);
            }
            at = from[letter - FIRST_LETTER];
          }
          bits.set(at, bits.get(at) | bit);
        });
    int[] next = nodes.stream().flatMapToInt(Arrays::stream).toArray();
    return new Affixes(next, bits.stream().mapToInt(Integer::intValue).toArray());
  }

  private static int[] node() {
    int[] node = new int[LETTERS];
    Arrays.fill(node, NOWHERE);
    return node;
  }

  /** Where a letter leads from a node. */
  int step(int node, char letter) {
    int index = letter - FIRST_LETTER;
    return index < 0 || index >= LETTERS ? NOWHERE : next[node * LETTERS + index];
  }

  /** The bits of the string that ends in a node; 0 if none does. */
  int bits(int node) {
    return bits[node];
  }
}
