package org.marsad.watch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds words that stand close together. For one query and one item.
 *
 * <p>A place looks back over at most {@link QueryParser#MAX_NEAR_WORDS} + 1 words, at each of which
 * it meets at most one chain for every set of the {@link QueryParser#MAX_NEAR_PARTS} parts.
 */
final class Nearness {
  private final Condition.Close close;
  private final Work work;
  private final int full;

  /** The chains that end with a word: for each set of parts, its last place. */
  private final Map<Integer, @Nullable Link[]> ending = new HashMap<>();

  /** One part found at one place. */
  record Found(int part, Atom atom, Span span) {}

  /** The last place of a chain, and what goes before. */
  private record Link(Found found, @Nullable Link before) {}

  private Nearness(Condition.Close close, Work work) {
    this.close = close;
    this.work = work;
    this.full = (1 << close.parts().size()) - 1;
  }

  /**
   * The first chain, in reading order, of one place for each part, with no more words between one
   * and the next than the query allows; empty if there is none.
   */
  static List<Found> find(Condition.Close close, Sightings seen) {
    List<Found> all = new ArrayList<>();
    for (int part = 0; part < close.parts().size(); part++) {
      int before = all.size();
      Set<Span> spans = new HashSet<>();
      int number = part;
      close
          .parts()
          .get(part)
          .places(
              seen,
              (atom, at) -> {
                if (spans.add(at)) {
                  all.add(new Found(number, atom, at));
                }
              });
      if (all.size() == before) {
        return List.of();
      }
    }
    all.sort(Comparator.comparing(Found::span, Span.READING_ORDER));
    return new Nearness(close, seen.work()).chain(all);
  }

  private List<Found> chain(List<Found> all) {
    Found last = null;
    for (Found found : all) {
      if (last != null && last.span().field() != found.span().field()) {
        ending.clear();
      }
      Link[] chains = chains(found);
      Link whole = chains[full];
      if (whole != null) {
        return back(whole);
      }
      last = found;
    }
    return List.of();
  }

  /** Goes on from the chains before a place. */
  private @Nullable Link[] chains(Found found) {
    int own = 1 << found.part();
    int first = found.span().first();
    @Nullable Link[] to =
        ending.computeIfAbsent(found.span().last(), word -> new @Nullable Link[full + 1]);
    add(to, own, new Link(found, null));
    for (int word = first - 1; word >= first - 1 - close.words(); word--) {
      @Nullable Link[] from = ending.get(word);
      work.spend(from == null ? 1 : full + 1);
      for (int set = 0; from != null && set <= full; set++) {
        Link before = from[set];
        if (before != null && (set & own) == 0) {
          add(to, set | own, new Link(found, before));
        }
      }
    }
    return to;
  }

  private static void add(@Nullable Link[] to, int set, Link link) {
    if (to[set] == null) {
      to[set] = link;
    }
  }

  private static List<Found> back(Link end) {
    LinkedList<Found> chain = new LinkedList<>();
    for (Link link = end; link != null; link = link.before()) {
      chain.addFirst(link.found());
    }
    return chain;
  }
}
