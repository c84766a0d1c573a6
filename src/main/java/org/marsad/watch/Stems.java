package org.marsad.watch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All stems that queries have, found by letters that stand in a word. One thread at a time may
 * change it; any number read meanwhile without waiting.
 */
final class Stems {
  /** So that no single table grows so large that growing takes long. */
  private static final int TABLES = 256;

  private final List<Slots<Stem>> tables = new ArrayList<>();

  Stems() {
    for (int i = 0; i < TABLES; i++) {
      tables.add(new Slots<>());
    }
  }

  private Slots<Stem> table(int hash) {
    return tables.get(hash >>> 24);
  }

  /**
   * The stem that stands in a word, or null if no query has it.
   *
   * @param hash of those letters, as {@link Stem#spread} makes it of a string's own
   */
  @Nullable Stem find(String word, int from, int to, int hash) {
    @Nullable Object[] slots = table(hash).slots();
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
      table(stem.hash()).remove(stem);
    }
  }
}
