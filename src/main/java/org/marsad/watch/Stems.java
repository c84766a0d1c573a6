package org.marsad.watch;

import org.jspecify.annotations.Nullable;

/**
 * All stems that queries have, found by letters that stand in a word. One thread at a time may
 * change it; any number read meanwhile without waiting.
 */
final class Stems {
  /** So that no single table grows so large that growing takes long. */
  private static final int TABLES = 256;

  private final Table[] tables = new Table[TABLES];

  Stems() {
    for (int i = 0; i < TABLES; i++) {
      tables[i] = new Table();
    }
  }

  /** Some of the stems, with a sieve before them: most parts of words are no stem. */
  private static final class Table {
    final Slots<Stem> stems = new Slots<>();
    final Sieve sieve = new Sieve();

    void add(Stem stem) {
      stems.add(stem);
      if (sieve.isFull()) {
        sieve.refill(stems);
      } else {
        sieve.add(stem.hash());
      }
    }
  }

  private Table table(int hash) {
    return tables[hash >>> 24];
  }

  /** Whether a stem of this hash may be there; most of those that are not are told. */
  boolean mayHave(int hash) {
    return table(hash).sieve.mayHave(hash);
  }

  /**
   * The stem that stands in a word, or null if no query has it.
   *
   * @param hash of those letters, as {@link Stem#spread} makes it of a string's own
   */
  @Nullable Stem find(String word, int from, int to, int hash) {
    @Nullable Object[] slots = table(hash).stems.slots();
    int slot = Slots.first(slots, hash);
    while (slots[slot] instanceof Stem stem) {
      if (stem.hash() == hash && stem.isAt(word, from, to)) {
        return stem;
      }
      slot = Slots.next(slots, slot);
    }
    return null;
  }

  /** The stem of these letters; it is used once more. */
  Stem use(String letters) {
    Stem stem = find(letters, 0, letters.length(), Stem.spread(letters.hashCode()));
    if (stem == null) {
      stem = new Stem(letters);
      table(stem.hash()).add(stem);
    }
    stem.uses++;
    return stem;
  }

  /** The stem is used once less; what nobody uses is gone. */
  void drop(Stem stem) {
    stem.uses--;
    if (stem.uses == 0) {
      table(stem.hash()).stems.remove(stem);
    }
  }
}
