package org.marsad.watch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.marsad.entity.Catalogue;
import org.marsad.entity.EntityTagger;
import org.marsad.entity.Mention;
import org.marsad.feed.Feed;
import org.marsad.feed.Item;
import org.marsad.text.Document;
import org.marsad.watch.QueryParser.Parsed;

/**
 * Finds which watches an item satisfies. A cache: the database is the truth, and {@link #reload}
 * fills it from there. Any number of threads may match while watches come and go; matching never
 * waits, and changes wait only for one another.
 *
 * <p>Watches with equal queries share one evaluation. An item is folded, its entities are tagged
 * and its words are looked up once for all queries; then only those queries are evaluated of which
 * the rarest necessary term was seen.
 */
public final class WatchMatcher {
  private volatile Entities entities;
  private final Watchlist watchlist = new Watchlist();

  private record Entities(Catalogue catalogue, EntityTagger tagger) {
    private Entities(Catalogue catalogue) {
      this(catalogue, new EntityTagger(catalogue));
    }
  }

  /** Knows these entities and no watches yet. */
  public WatchMatcher(Catalogue catalogue) {
    this.entities = new Entities(catalogue);
  }

  /** The catalogue in use. */
  public Catalogue catalogue() {
    return entities.catalogue();
  }

  /** Takes another catalogue into use, from the next item on; watches stay. */
  public void use(Catalogue newer) {
    this.entities = new Entities(newer);
  }

  /**
   * Makes the stored watches all there are. Those that were there before stay as they are, so no
   * item misses them.
   *
   * @param stored reads them; no other change is taken meanwhile, so that none of those committed
   *     since is forgotten
   * @return the ids of those whose query does not parse (a damaged row): told by the caller, loudly
   */
  public synchronized List<Long> reload(Supplier<List<Watch>> stored) {
    Set<Long> gone = new HashSet<>(watchlist.ids());
    List<Long> damaged = new ArrayList<>();
    for (Watch watch : stored.get()) {
      if (watchlist.rename(watch) || addIfReadable(watch)) {
        gone.remove(watch.id());
      } else {
        damaged.add(watch.id());
      }
    }
    gone.forEach(watchlist::remove);
    return damaged;
  }

  private boolean addIfReadable(Watch watch) {
    if (QueryParser.parse(watch.query(), catalogue()) instanceof Parsed.Ok ok) {
      watchlist.add(watch, ok.query());
      return true;
    }
    return false;
  }

  /**
   * A watch was committed; it counts from the next item on. One of the same id and query is called
   * what this one is called, and misses no item meanwhile.
   *
   * @throws IllegalArgumentException if its query does not parse: such a one is never stored
   */
  public synchronized void add(Watch watch) {
    if (!watchlist.rename(watch) && !addIfReadable(watch)) {
      throw new IllegalArgumentException(
          "watch " + watch.id() + " cannot be read: " + watch.query());
    }
  }

  /** How many watches there are. */
  public synchronized int size() {
    return watchlist.ids().size();
  }

  /** A watch was removed. */
  public synchronized void remove(long watchId) {
    watchlist.remove(watchId);
  }

  /** A chat was forgotten, with all its watches. */
  public synchronized void removeChat(long chatId) {
    watchlist.removeChat(chatId);
  }

  /**
   * What an item has.
   *
   * @param entities the ids of the entities it mentions
   * @param hits the watches it satisfies, the oldest first
   */
  public record Matched(Set<String> entities, List<Hit> hits) {
    /** Copies both. */
    public Matched {
      entities = Set.copyOf(entities);
      hits = List.copyOf(hits);
    }
  }

  /** Matches an item of a feed against every watch. */
  public Matched match(Item item, Feed feed) {
    Document document = Document.of(item.title(), item.text());
    List<Mention> mentions = entities.tagger().tag(document);
    List<Hit> hits = watchlist.hits(document, mentions, feed);
    return new Matched(mentions.stream().map(Mention::entity).collect(Collectors.toSet()), hits);
  }

  /** A query made ready to be tried on many items. */
  public Trial trial(Query query) {
    return new Trial(query, entities.tagger());
  }

  /** Why a query hits an item of a feed, or does not, part by part. */
  public Explanation explain(Query query, Item item, Feed feed) {
    return trial(query).explain(item, feed);
  }
}
