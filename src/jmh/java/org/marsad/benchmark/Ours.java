package org.marsad.benchmark;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.marsad.entity.Catalogue;
import org.marsad.feed.Feed;
import org.marsad.feed.Item;
import org.marsad.text.Document;
import org.marsad.watch.Watch;
import org.marsad.watch.WatchMatcher;

/** The program's own matcher, with all it does to an item: folding, tagging, places of hits. */
final class Ours implements Engine {
  private static final Feed FEED =
      Feed.unread(URI.create("https://news.example/rss"), "News", "ar", "ly");

  private final WatchMatcher matcher;

  /** Each query is watched by so many chats. */
  Ours(Catalogue catalogue, Set<String> queries, int chats) {
    matcher = new WatchMatcher(catalogue);
    List<Watch> watches = new ArrayList<>(queries.size() * chats);
    for (int chat = 1; chat <= chats; chat++) {
      for (String query : queries) {
        watches.add(watch(watches.size() + 1L, chat, query));
      }
    }
    List<Long> damaged = matcher.reload(() -> watches);
    if (!damaged.isEmpty()) {
      throw new IllegalStateException(damaged.size() + " queries do not parse");
    }
  }

  static Watch watch(long id, long chat, String query) {
    return new Watch(id, chat, query, query, Instant.EPOCH);
  }

  WatchMatcher matcher() {
    return matcher;
  }

  @Override
  public int hits(Item item, Document folded) {
    return matcher.match(item, FEED).hits().size();
  }
}
