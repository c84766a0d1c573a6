package org.marsad.watch;

import java.util.List;
import java.util.function.BiConsumer;

/**
 * One word, phrase, prefix, entity or attribute that queries ask for; shared by all that do. Its
 * books are kept by one thread at a time.
 */
final class Atom implements Condition {
  private static final int OF_AN_ATTRIBUTE = 1 << 24;
  private static final int OF_AN_ENTITY = 1 << 8;
  private static final int OF_A_WORD = 1 << 4;

  private final Query leaf;
  private final String term;

  /** The queries that are asked when this is seen. */
  final Slots<Asked> triggered = new Slots<>();

  /** How many distinct queries have it. */
  int holders;

  // Counted by many threads without care: it only says about how common the atom is.
  private int sightings;

  Atom(Query leaf) {
    this.leaf = leaf;
    this.term = leaf instanceof Query.Words words ? words.text() : QueryPrinter.print(leaf);
  }

  /** What is asked for. */
  Query leaf() {
    return leaf;
  }

  /** As the query writes it. */
  String term() {
    return term;
  }

  void seen() {
    sightings++;
  }

  /** The more common, the later it is chosen to trigger a query: guessed first, then counted. */
  long commonness() {
    return guess() + sightings + triggered.size();
  }

  private int guess() {
    if (leaf instanceof Query.Words words) {
      return OF_A_WORD - Math.min(words.text().length(), OF_A_WORD);
    }
    return leaf instanceof Query.OfEntity || leaf instanceof Query.Prefix
        ? OF_AN_ENTITY
        : OF_AN_ATTRIBUTE;
  }

  @Override
  public boolean holds(Sightings seen) {
    return seen.has(this);
  }

  @Override
  public void places(Sightings seen, BiConsumer<Atom, Span> to) {
    seen.spans(this).forEach(span -> to.accept(this, span));
  }

  @Override
  public List<Atom> triggers() {
    return List.of(this);
  }
}
