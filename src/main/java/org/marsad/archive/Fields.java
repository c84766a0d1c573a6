package org.marsad.archive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.marsad.feed.Item;
import org.marsad.text.Document;
import org.marsad.text.Folded;
import org.marsad.watch.Clues;

/**
 * What the index holds of an item: which words stand in it, folded, and whom it mentions, but not
 * where. Language and country are not held: they are the feed's, which the catalogue may change any
 * day. Pure functions.
 */
final class Fields {
  /** The folded words of both fields. */
  static final String WORD = "word";

  /** The folded words of the headline. */
  static final String TITLE = "title";

  /** The ids of the entities mentioned. */
  static final String ENTITY = "entity";

  static final String ID = "id";

  /** Letters beyond these are not told apart: Lucene's automata take 1000 bytes. */
  private static final int MAX_WORD_CHARS = 200;

  private static final String FEED = "feed";
  private static final String SEEN = "seen";

  private Fields() {}

  /** The item as a Lucene document. */
  static List<IndexableField> of(Item item, Document text, Set<String> entities) {
    List<IndexableField> fields = new ArrayList<>();
    fields.add(new LongField(ID, item.id(), Field.Store.NO));
    fields.add(new LongField(FEED, item.feedId(), Field.Store.NO));
    fields.add(new LongField(SEEN, item.seenAt().toEpochMilli(), Field.Store.NO));
    Set<String> title = words(text.title());
    Set<String> all = words(text.text());
    all.addAll(title);
    title.forEach(word -> fields.add(new StringField(TITLE, word, Field.Store.NO)));
    all.forEach(word -> fields.add(new StringField(WORD, word, Field.Store.NO)));
    entities.forEach(entity -> fields.add(new StringField(ENTITY, entity, Field.Store.NO)));
    return fields;
  }

  private static Set<String> words(Folded field) {
    return Clues.in(field).stream().map(Fields::word).collect(Collectors.toSet());
  }

  /** A word as the index holds it. */
  static String word(String form) {
    return form.substring(0, Math.min(form.length(), MAX_WORD_CHARS));
  }

  /** The items with these ids. */
  static Query ids(Collection<Long> ids) {
    return LongField.newSetQuery(ID, longs(ids));
  }

  /** The items with an id from one to another, both included. */
  static Query ids(long from, long to) {
    return LongField.newRangeQuery(ID, from, to);
  }

  /** The items of these feeds. */
  static Query feeds(Collection<Long> feeds) {
    return LongField.newSetQuery(FEED, longs(feeds));
  }

  /** The items read from one moment to another, both included, in milliseconds since 1970. */
  static Query seen(long fromMillis, long toMillis) {
    return LongField.newRangeQuery(SEEN, fromMillis, toMillis);
  }

  /** By age. */
  static Sort byId(boolean newestFirst) {
    return new Sort(LongField.newSortField(ID, newestFirst, SortedNumericSelector.Type.MIN));
  }

  private static long[] longs(Collection<Long> values) {
    return values.stream().mapToLong(Long::longValue).toArray();
  }
}
