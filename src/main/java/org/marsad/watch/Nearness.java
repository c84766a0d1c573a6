package org.marsad.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Finds words that stand close together. With at most 5 parts of at most {@link
 * Sightings#MAX_PLACES} places each, one search takes at most 160·160/2·32 steps. Pure functions.
 */
final class Nearness {
  private Nearness() {}

  /** One part found at one place. */
  record Found(int part, Atom atom, Span span) {}

  /**
   * The first chain, in reading order, of one place for each part, with no more words between one
   * and the next than the query allows; empty if there is none.
   */
  static List<Found> find(Condition.Close close, Sightings seen) {
    List<Found> all = new ArrayList<>();
    for (int part = 0; part < close.parts().size(); part++) {
      List<Found> here = new ArrayList<>();
      int number = part;
      close.parts().get(part).places(seen, (atom, at) -> here.add(new Found(number, atom, at)));
      if (here.isEmpty()) {
        return List.of();
      }
      all.addAll(here.subList(0, Math.min(here.size(), Sightings.MAX_PLACES)));
    }
    all.sort(Comparator.comparing(Found::span, Span.READING_ORDER));
    return chain(all, close.parts().size(), close.words());
  }

  /** For each place, and each set of parts that a chain ending there can have: the place before. */
  private static List<Found> chain(List<Found> all, int parts, int words) {
    int full = (1 << parts) - 1;
    int[][] before = new int[all.size()][full + 1];
    for (int i = 0; i < all.size(); i++) {
      Arrays.fill(before[i], NO_CHAIN);
      int own = 1 << all.get(i).part();
      before[i][own] = i;
      for (int j = 0; j < i; j++) {
        if (close(all.get(j).span(), all.get(i).span(), words)) {
          extend(before[j], before[i], own, j);
        }
      }
      if (before[i][full] != NO_CHAIN) {
        return back(all, before, i, full);
      }
    }
    return List.of();
  }

  private static final int NO_CHAIN = -1;

  private static void extend(int[] from, int[] to, int own, int place) {
    for (int set = 0; set < from.length; set++) {
      if (from[set] != NO_CHAIN && (set & own) == 0 && to[set | own] == NO_CHAIN) {
        to[set | own] = place;
      }
    }
  }

  private static boolean close(Span first, Span second, int words) {
    int between = second.first() - first.last() - 1;
    return first.field() == second.field() && between >= 0 && between <= words;
  }

  private static List<Found> back(List<Found> all, int[][] before, int end, int full) {
    List<Found> chain = new ArrayList<>();
    int place = end;
    for (int set = full; set != 0; ) {
      chain.add(all.get(place));
      int next = before[place][set];
      set &= ~(1 << all.get(place).part());
      place = next;
    }
    Collections.reverse(chain);
    return chain;
  }
}
