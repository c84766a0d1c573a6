package org.marsad.watch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.marsad.watch.Asked.Asking;
import org.marsad.watch.Index.Seen;

/**
 * All watches, with their queries in an index. One thread at a time may change it; any number match
 * meanwhile without waiting.
 */
final class Watchlist {
  private final Index index = new Index();
  private final Map<Long, Asking> byId = new HashMap<>();
  private final Map<Long, Set<Long>> byChat = new HashMap<>();

  Index index() {
    return index;
  }

  /** The ids of all watches. */
  Set<Long> ids() {
    return Set.copyOf(byId.keySet());
  }

  /**
   * Keeps the watch of this id, if it is there and asks the same, and calls it what this one is
   * called: items being read do not notice.
   */
  boolean rename(Watch watch) {
    Asking asking = byId.get(watch.id());
    if (asking == null || !asking.watch().query().equals(watch.query())) {
      return false;
    }
    asking.rename(watch);
    return true;
  }

  /** Adds a watch, in place of the one of the same id. */
  void add(Watch watch, Query query) {
    remove(watch.id());
    Asked asked = index.ask(query);
    Asking asking = new Asking(watch, asked);
    asked.watches.add(asking);
    byId.put(watch.id(), asking);
    byChat.computeIfAbsent(watch.chatId(), chat -> new HashSet<>(2)).add(watch.id());
  }

  /** Removes a watch if it is there. */
  void remove(long watchId) {
    Asking asking = byId.remove(watchId);
    if (asking == null) {
      return;
    }
    long chat = asking.watch().chatId();
    Set<Long> others = byChat.getOrDefault(chat, Set.of());
    others.remove(watchId);
    if (others.isEmpty()) {
      byChat.remove(chat);
    }
    asking.asked().watches.remove(asking);
    if (asking.asked().watches.size() == 0) {
      index.drop(asking.asked());
    }
  }

  /** Removes all watches of a chat. */
  void removeChat(long chatId) {
    List.copyOf(byChat.getOrDefault(chatId, Set.of())).forEach(this::remove);
  }

  /** The watches an item hits, in the order in which they were made. */
  List<Hit> hits(Seen seen) {
    List<Hit> hits = new ArrayList<>();
    index.forEachHit(
        seen,
        asked -> {
          List<Place> places = asked.places(seen.sightings());
          asked.watches.forEach(asking -> hits.add(new Hit(asking.watch(), places)));
        });
    hits.sort(Comparator.comparingLong(hit -> hit.watch().id()));
    return hits;
  }
}
