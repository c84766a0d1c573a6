package org.marsad.benchmark;

import java.util.Set;
import org.marsad.entity.Catalogue;
import org.marsad.feed.Item;
import org.marsad.text.Document;
import org.marsad.watch.PlainSearch;

/**
 * hankcs' AhoCorasickDoubleArrayTrie, and our evaluation of the queries. It folds the item itself:
 * no search in Arabic does without.
 */
final class AhoCorasick implements Engine {
  private final PlainSearch search;

  AhoCorasick(Catalogue catalogue, Set<String> queries) {
    search = new PlainSearch(catalogue, queries);
  }

  @Override
  public int hits(Item item, Document folded) {
    return search.hits(Document.of(item.title(), item.text()));
  }
}
