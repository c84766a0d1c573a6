package org.marsad.watch;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A bag of things found by their hash, as an open hash table. One thread at a time may change it;
 * any number may read meanwhile, without waiting: they see each thing either there or not.
 */
final class Slots<T extends Slots.Hashed> {
  private static final int SMALLEST = 2;

  // Written again after each change, so that who reads it sees the slots as they were then.
  private volatile @Nullable Object[] slots = new @Nullable Object[SMALLEST];
  private int size;

  /** Something with a hash that never changes. */
  interface Hashed {
    /** Spread well over all bits, above all the lowest. */
    int hash();
  }

  /** A snapshot to look things up in. */
  @Nullable Object[] slots() {
    return slots;
  }

  /** The first slot for a hash; others with it follow, round the end, up to an empty one. */
  static int first(@Nullable Object[] slots, int hash) {
    return hash & (slots.length - 1);
  }

  /** The slot behind. */
  static int next(@Nullable Object[] slots, int slot) {
    return (slot + 1) & (slots.length - 1);
  }

  int size() {
    return size;
  }

  void add(T thing) {
    @Nullable Object[] to = slots;
    if ((size + 1) * 2 > to.length) {
      to = copy(to.length * 2, null);
    }
    put(to, thing);
    size++;
    slots = to;
  }

  /** Removes this very thing, if it is there. */
  void remove(T thing) {
    if (contains(thing)) {
      size--;
      int length = slots.length;
      slots = copy(size * 8 < length && length > SMALLEST ? length / 2 : length, thing);
    }
  }

  private boolean contains(T thing) {
    @Nullable Object[] in = slots;
    int slot = first(in, thing.hash());
    while (in[slot] != null && in[slot] != thing) {
      slot = next(in, slot);
    }
    return in[slot] != null;
  }

  /** Calls for each thing, in no order. */
  @SuppressWarnings("unchecked")
  void forEach(Consumer<? super T> action) {
    for (Object thing : slots) {
      if (thing != null) {
        action.accept((T) thing);
      }
    }
  }

  private @Nullable Object[] copy(int length, @Nullable T without) {
    @Nullable Object[] copy = new @Nullable Object[length];
    forEach(
        thing -> {
          if (thing != without) {
            put(copy, thing);
          }
        });
    return copy;
  }

  private static void put(@Nullable Object[] to, Hashed thing) {
    int slot = first(to, thing.hash());
    while (to[slot] != null) {
      slot = next(to, slot);
    }
    to[slot] = thing;
  }
}
