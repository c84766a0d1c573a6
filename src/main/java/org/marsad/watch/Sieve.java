package org.marsad.watch;

/**
 * Which hashes have come by, a bit for many: who is not let through was never added, who is may not
 * have been. One thread at a time may change it; any number read meanwhile without waiting.
 */
final class Sieve {
  private static final int BITS_EACH = 16;

  // Written again after each change, so that who reads it sees the bits as they were then.
  private volatile long[] bits = new long[1];
  private int added;

  boolean mayHave(int hash) {
    long[] in = bits;
    return (in[word(in, hash)] & 1L << hash) != 0;
  }

  /** The lowest bits say which bit, those above which word. */
  private static int word(long[] bits, int hash) {
    return (hash >>> 6) & (bits.length - 1);
  }

  /** Whether one more would make it let too many through. */
  boolean isFull() {
    return (added + 1) * BITS_EACH > bits.length * Long.SIZE;
  }

  void add(int hash) {
    long[] to = bits;
    to[word(to, hash)] |= 1L << hash;
    added++;
    bits = to;
  }

  /** Lets these through and no others, with room for as many more. */
  void refill(Slots<?> things) {
    int words = Integer.highestOneBit(things.size() * BITS_EACH * 2 / Long.SIZE | 1) * 2;
    long[] fresh = new long[words];
    things.forEach(thing -> fresh[word(fresh, thing.hash())] |= 1L << thing.hash());
    added = things.size();
    bits = fresh;
  }
}
