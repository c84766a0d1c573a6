package org.marsad.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.marsad.entity.Mention;
import org.marsad.feed.Feed;
import org.marsad.text.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All distinct queries, ready to be asked of items. One thread at a time may change it; any number
 * may read meanwhile without waiting, and a query counts for all items whose reading begins after
 * it was added.
 *
 * <p>The work for an item is one pass over its words, then an evaluation of each query of which the
 * rarest atom it cannot do without was seen. In the pass a query has at most as many phrases begun
 * as it has words, times {@link Phrasing#MAX_PATHS} for short phrases; the evaluation has the
 * budget of {@link Work}.
 */
final class Index {
  private static final Logger LOG = LoggerFactory.getLogger(Index.class);

  private final Trie words = new Trie();
  private final Prefixes prefixes = new Prefixes();
  private final Sources sources = new Sources();
  private final Map<Query, Atom> atoms = new ConcurrentHashMap<>();
  private final Map<Query, Asked> queries = new HashMap<>();
  private volatile long changes;

  /** What an item is seen to have, and as of which change of the queries. */
  record Seen(Sightings sightings, long change) {}

  /** The query made ready; the same for equal queries. */
  Asked ask(Query query) {
    Asked known = queries.get(query);
    if (known != null) {
      return known;
    }
    Set<Query> leaves = leaves(query);
    leaves.forEach(leaf -> atoms.computeIfAbsent(leaf, this::lookFor).holders++);
    Asked asked = new Asked(query, condition(query), changes + 1);
    queries.put(query, asked);
    asked.triggers().forEach(atom -> atom.triggered.add(asked));
    changes++;
    return asked;
  }

  /** The number of the change that is next; it counts once {@link #changed} was called. */
  long nextChange() {
    return changes + 1;
  }

  /** What was changed since counts for items whose reading begins now. */
  void changed() {
    changes++;
  }

  /** Nobody asks the query any more. */
  void drop(Asked asked) {
    queries.remove(asked.query());
    asked.triggers().forEach(atom -> atom.triggered.remove(asked));
    for (Query leaf : leaves(asked.query())) {
      Atom atom = atoms.get(leaf);
      if (atom != null && --atom.holders == 0) {
        atoms.remove(leaf);
        ignore(atom);
      }
    }
  }

  private Atom lookFor(Query leaf) {
    Atom atom = new Atom(leaf);
    if (leaf instanceof Query.Words phrase) {
      Phrasing.paths(phrase).forEach(path -> words.add(path, atom));
    } else if (leaf instanceof Query.Prefix prefix) {
      prefixes.add(prefix, atom);
    } else if (leaf instanceof Query.FromSource source) {
      sources.add(source, atom);
    }
    return atom;
  }

  private void ignore(Atom atom) {
    if (atom.leaf() instanceof Query.Words phrase) {
      Phrasing.paths(phrase).forEach(path -> words.remove(path, atom));
    } else if (atom.leaf() instanceof Query.Prefix prefix) {
      prefixes.remove(prefix, atom);
    } else if (atom.leaf() instanceof Query.FromSource source) {
      sources.remove(source, atom);
    }
  }

  /** A query all of whose leaves are looked for, made ready. */
  Condition condition(Query query) {
    if (query instanceof Query.All all) {
      return new Condition.Every(conditions(all.parts()));
    }
    if (query instanceof Query.Any any) {
      return new Condition.Some(conditions(any.parts()));
    }
    if (query instanceof Query.Not not) {
      return new Condition.None(condition(not.part()));
    }
    if (query instanceof Query.InTitle title) {
      return new Condition.Headline(condition(title.part()));
    }
    if (query instanceof Query.Near near) {
      return new Condition.Close(near.words(), conditions(near.parts()));
    }
    return atom(query);
  }

  private List<Condition> conditions(List<Query> parts) {
    return parts.stream().map(this::condition).toList();
  }

  private Atom atom(Query leaf) {
    Atom atom = atoms.get(leaf);
    if (atom == null) {
      throw new IllegalStateException("nobody looks for " + leaf);
    }
    return atom;
  }

  private static Set<Query> leaves(Query query) {
    Set<Query> leaves = new LinkedHashSet<>();
    query.forEachLeaf(leaves::add);
    return leaves;
  }

  /** Reads an item. */
  Seen see(Document document, List<Mention> mentions, Feed feed) {
    long change = changes;
    Sightings sightings = new Sightings();
    look(document, sightings);
    for (Mention mention : mentions) {
      Atom atom = atoms.get(new Query.OfEntity(mention.entity()));
      if (atom != null) {
        sightings.add(atom, Span.of(mention, document));
      }
    }
    ifAsked(new Query.InLanguage(feed.language().toLowerCase(Locale.ROOT)), sightings);
    ifAsked(new Query.FromCountry(feed.country().toLowerCase(Locale.ROOT)), sightings);
    sources.of(feed, sightings::add);
    return new Seen(sightings, change);
  }

  /** Sees what stands in the texts of an item. */
  void look(Document document, Sightings seen) {
    Walk.over(document, words, prefixes, seen);
  }

  private void ifAsked(Query attribute, Sightings sightings) {
    Atom atom = atoms.get(attribute);
    if (atom != null) {
      sightings.add(atom);
    }
  }

  /**
   * Calls for each query that holds of the item. One that fails is logged the first time and passed
   * over: it must not cost the item its other hits.
   */
  void forEachHit(Seen seen, Consumer<Asked> hit) {
    Set<Asked> evaluated = new HashSet<>();
    List<Atom> met = new ArrayList<>();
    seen.sightings().forEach(met::add);
    for (Atom atom : met) {
      atom.seen();
      atom.triggered.forEach(
          asked -> {
            boolean first = asked.triggers().size() == 1 || evaluated.add(asked);
            if (first && asked.isReadyAt(seen.change())) {
              evaluate(asked, seen.sightings(), hit);
            }
          });
    }
  }

  private static void evaluate(Asked asked, Sightings seen, Consumer<Asked> hit) {
    seen.work().begin();
    try {
      if (asked.holds(seen)) {
        hit.accept(asked);
      }
    } catch (RuntimeException e) {
      if (asked.failsFirst()) {
        LOG.error(
            "The query {} cannot be evaluated and finds nothing in such items; this is a fault of"
                + " the program",
            QueryPrinter.print(asked.query()),
            e);
      }
    }
  }
}
