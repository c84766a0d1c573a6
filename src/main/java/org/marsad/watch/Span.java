package org.marsad.watch;

import java.util.Comparator;
import java.util.List;
import org.marsad.entity.Mention;
import org.marsad.text.Document;
import org.marsad.text.Field;
import org.marsad.text.Token;

/**
 * Where a term or entity stands in an item.
 *
 * @param field the field
 * @param first the number of its first word there
 * @param last the number of its last word
 * @param start the UTF-16 offset of its first char in the field as published
 * @param end the offset behind its last char
 */
record Span(Field field, int first, int last, int start, int end) {
  static final Comparator<Span> READING_ORDER =
      Comparator.comparing(Span::field).thenComparingInt(Span::start).thenComparingInt(Span::end);

  /** Where an entity is named. */
  static Span of(Mention mention, Document document) {
    List<Token> tokens = document.field(mention.field()).tokens();
    int first = firstBehind(tokens, mention.start());
    int last = firstBehind(tokens, mention.end() - 1);
    return new Span(mention.field(), first, last, mention.start(), mention.end());
  }

  /** The first word that ends behind a place; the words stand in order. */
  private static int firstBehind(List<Token> tokens, int place) {
    int low = 0;
    int high = tokens.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).end() <= place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The same, as others know it. */
  Place place(String term) {
    return new Place(field, start, end, term);
  }
}
