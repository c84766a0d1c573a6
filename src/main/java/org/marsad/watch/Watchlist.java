package org.marsad.watch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.marsad.entity.Mention;
import org.marsad.feed.Feed;
import org.marsad.text.Document;
import org.marsad.watch.Asked.Asking;
import org.marsad.watch.Index.Seen;

/**
 * All watches, with their queries in an index. One thread at a time may change it; any number match
 * meanwhile without waiting.
 */
final class Watchlist {
  /** Before every change: what is read as of now is not known yet. */
  private static final long OLDEST = 0;

  private final Index index = new Index();
  private final Map<Long, Asking> byId = new HashMap<>();
  private final Map<Long, Set<Long>> byChat = new HashMap<>();
  private final Deque<Asking> replaced = new ArrayDeque<>();

  /** The items that are being read, each with the change as of which it is. */
  private final Map<Object, Long> readers = new ConcurrentHashMap<>();

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

  /**
   * Adds a watch. If there was one of the same id, an item that is being read counts for that one,
   * the next for this.
   */
  void add(Watch watch, Query query) {
    forgetReplaced();
    Asked asked = index.ask(query);
    Asking before = byId.get(watch.id());
    Asking asking = new Asking(watch, asked, before == null ? 0 : index.nextChange());
    asked.watches.add(asking);
    byId.put(watch.id(), asking);
    byChat.computeIfAbsent(watch.chatId(), chat -> new HashSet<>(2)).add(watch.id());
    if (before != null) {
      before.end(index.nextChange());
      index.changed();
      replaced.add(before);
    }
  }

  /** Drops what was replaced before all items that are still being read. */
  private void forgetReplaced() {
    long oldest = readers.values().stream().min(Comparator.naturalOrder()).orElse(Long.MAX_VALUE);
    while (!replaced.isEmpty() && replaced.peek().isOver(oldest)) {
      drop(replaced.remove());
    }
  }

  /** Removes a watch if it is there. */
  void remove(long watchId) {
    forgetReplaced();
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
    drop(asking);
  }

  private void drop(Asking asking) {
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
  List<Hit> hits(Document document, List<Mention> mentions, Feed feed) {
    Object reader = new Object();
    readers.put(reader, OLDEST);
    try {
      Seen seen = index.see(document, mentions, feed);
      readers.put(reader, seen.change());
      return hits(seen);
    } finally {
      readers.remove(reader);
    }
  }

  private List<Hit> hits(Seen seen) {
    List<Hit> hits = new ArrayList<>();
    index.forEachHit(
        seen,
        asked -> {
          List<Place> places = asked.places(seen.sightings());
          asked.watches.forEach(
              asking -> {
                if (asking.counts(seen.change())) {
                  hits.add(new Hit(asking.watch(), places));
                }
              });
        });
    hits.sort(Comparator.comparingLong(hit -> hit.watch().id()));
    return hits;
  }
}
