package org.marsad.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.marsad.entity.Catalogue;
import org.marsad.feed.Feed;
import org.marsad.watch.Query;
import org.marsad.watch.WatchMatcher;

/**
 * One question to the index: which items may satisfy a query. Immutable.
 *
 * @param matcher who confirms them
 * @param catalogue by which the matcher tells whom an item mentions
 * @param heard the feeds whose items count
 */
record Inquiry(WatchMatcher matcher, Catalogue catalogue, Query query, Collection<Feed> heard) {
  /** One more than are confirmed, to know whether there are more. */
  private static final int MAX = Confirmation.MAX_ITEMS + 1;

  Inquiry(WatchMatcher matcher, Query query, Collection<Feed> heard) {
    this(matcher, matcher.catalogue(), query, heard);
  }

  /**
   * Which candidates to look at.
   *
   * @param among only those that are this too
   * @param isNewestFirst whether the newest or the oldest come first
   */
  record Look(org.apache.lucene.search.Query among, boolean isNewestFirst) {}

  /**
   * The ids of the candidates in order, not many more than are confirmed.
   *
   * @param areEntitiesKnown whether the index knows whom its items mention
   */
  List<Long> candidates(IndexSearcher searcher, Look look, boolean areEntitiesKnown)
      throws IOException {
    org.apache.lucene.search.Query all =
        new BooleanQuery.Builder()
            .add(new Candidates(heard, matcher, areEntitiesKnown).of(query), Occur.FILTER)
            .add(Fields.feeds(heard.stream().map(Feed::id).toList()), Occur.FILTER)
            .add(look.among(), Occur.FILTER)
            .build();
    List<Long> ids = new ArrayList<>();
    for (ScoreDoc one : searcher.search(all, MAX, Fields.byId(look.isNewestFirst())).scoreDocs) {
      ids.add((Long) ((FieldDoc) one).fields[0]);
    }
    return ids;
  }
}
