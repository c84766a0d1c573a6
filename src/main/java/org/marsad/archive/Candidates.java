package org.marsad.archive;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.marsad.feed.Feed;
import org.marsad.feed.Item;
import org.marsad.watch.Clues;
import org.marsad.watch.Query.All;
import org.marsad.watch.Query.Any;
import org.marsad.watch.Query.InTitle;
import org.marsad.watch.Query.Near;
import org.marsad.watch.Query.Not;
import org.marsad.watch.Query.OfEntity;
import org.marsad.watch.Query.Prefix;
import org.marsad.watch.Query.Words;
import org.marsad.watch.Trial;
import org.marsad.watch.WatchMatcher;

/**
 * What the index is asked, to find every item a query may hold of: more than those, never less. Of
 * a phrase the words are asked for, wherever they stand; of NEAR its parts; of NOT nothing.
 */
final class Candidates {
  private static final Query EVERYTHING = new MatchAllDocsQuery();

  /** An item that has nothing, for conditions on the source alone. */
  private static final Item BLANK =
      new Item(0, 0, "", null, "", "", null, null, null, Instant.EPOCH);

  /** Lucene takes 1024 conditions; a query has up to 60 terms. */
  private static final int MAX_CONDITIONS_OF_A_TERM = 16;

  private final Collection<Feed> feeds;
  private final WatchMatcher matcher;
  private final boolean areEntitiesKnown;

  /**
   * Asks of items of these feeds.
   *
   * @param matcher tells of which feed a condition on the source holds
   * @param areEntitiesKnown whether the index knows whom its items mention
   */
  Candidates(Collection<Feed> feeds, WatchMatcher matcher, boolean areEntitiesKnown) {
    this.feeds = feeds;
    this.matcher = matcher;
    this.areEntitiesKnown = areEntitiesKnown;
  }

  /** The items of which a query may hold. */
  Query of(org.marsad.watch.Query query) {
    return of(query, Fields.WORD);
  }

  private Query of(org.marsad.watch.Query query, String field) {
    if (query instanceof All all) {
      return every(all.parts().stream().map(part -> of(part, field)).toList());
    }
    if (query instanceof Any any) {
      return some(any.parts().stream().map(part -> of(part, field)).toList());
    }
    if (query instanceof Near near) {
      return every(near.parts().stream().map(part -> of(part, field)).toList());
    }
    if (query instanceof InTitle title) {
      return of(title.part(), Fields.TITLE);
    }
    return query instanceof Not ? EVERYTHING : ofLeaf(query, field);
  }

  private Query ofLeaf(org.marsad.watch.Query leaf, String field) {
    if (leaf instanceof Words words) {
      List<List<Set<String>>> ways = Clues.of(words);
      return some(ways.stream().map(way -> ofWay(way, ways.size(), field)).toList());
    }
    if (leaf instanceof Prefix prefix) {
      Automaton beginning = union(Clues.of(prefix));
      return matching(field, Operations.concatenate(beginning, Automata.makeAnyBinary()));
    }
    if (leaf instanceof OfEntity entity) {
      return areEntitiesKnown ? new TermQuery(new Term(Fields.ENTITY, entity.id())) : EVERYTHING;
    }
    Trial source = matcher.trial(leaf);
    return Fields.feeds(
        feeds.stream().filter(feed -> source.on(BLANK, feed).isPresent()).map(Feed::id).toList());
  }

  /** One way to write a phrase: of its words the longest, if it can be written in many ways. */
  private static Query ofWay(List<Set<String>> words, int ways, String field) {
    int asked = Math.max(1, MAX_CONDITIONS_OF_A_TERM / ways);
    return every(
        words.stream()
            .sorted(Comparator.comparingInt(Candidates::shortest).reversed())
            .limit(asked)
            .map(forms -> matching(field, union(forms)))
            .toList());
  }

  private static int shortest(Set<String> forms) {
    return forms.stream().mapToInt(String::length).min().orElse(0);
  }

  private static Automaton union(Set<String> words) {
    return Automata.makeBinaryStringUnion(
        words.stream().map(Fields::word).map(BytesRef::new).sorted().toList());
  }

  private static Query matching(String field, Automaton words) {
    return new AutomatonQuery(
        new Term(field), words, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT, true);
  }

  private static Query every(List<Query> parts) {
    return joined(parts.stream().filter(part -> part != EVERYTHING).toList(), Occur.FILTER);
  }

  private static Query some(List<Query> parts) {
    return parts.contains(EVERYTHING) ? EVERYTHING : joined(parts, Occur.SHOULD);
  }

  private static Query joined(List<Query> parts, Occur occur) {
    if (parts.isEmpty()) {
      return EVERYTHING;
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    parts.stream().distinct().forEach(part -> all.add(part, occur));
    return all.build();
  }
}
