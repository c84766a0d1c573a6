package org.marsad.watch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.marsad.watch.Asked.Asking;
import org.marsad.watch.Index.Seen;
import org.marsad.watch.QueryParser.Parsed;

/** All watches, with their queries in an index. Changes one at a time, read without waiting. */
final class Watchlist {
  private final Index index = new Index();
  private final Map<Long, Asking> byId = new HashMap<>();
  private final Map<Long, Set<Long>> byChat = new HashMap<>();

  Index index() {
    return index;
  }

  /** Adds a watch or replaces the one of the same id; false if its query does not parse. */
  synchronized boolean add(Watch watch, Parsed parsed) {
    remove(watch.id());
    if (parsed instanceof Parsed.Ok ok) {
      Asked asked = index.ask(ok.query());
      Asking asking = new Asking(watch, asked);
      asked.watches.add(asking);
      byId.put(watch.id(), asking);
      byChat.computeIfAbsent(watch.chatId(), chat -> new HashSet<>(2)).add(watch.id());
      return true;
    }
    return false;
  }

  /** Removes a watch if it is there. */
  synchronized void remove(long watchId) {
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
  synchronized void removeChat(long chatId) {
    Collection<Long> watches = List.copyOf(byChat.getOrDefault(chatId, Set.of()));
    watches.forEach(this::remove);
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
