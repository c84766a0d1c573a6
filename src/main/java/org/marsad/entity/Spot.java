package org.marsad.entity;

import java.util.StringJoiner;

/**
 * Words of a field that may name somebody or something.
 *
 * @param from the first word
 * @param to the word behind the last
 * @param proclitics what is put before the first word
 */
record Spot(Side side, int from, int to, String proclitics) {
  Spot(Side side, Span span) {
    this(side, span.from(), span.to(), span.proclitics());
  }

  boolean overlaps(Spot other) {
    return side.field() == other.side.field() && from < other.to && other.from < to;
  }

  /** Its words as folded, without proclitics and without the first word's article. */
  String words() {
    StringJoiner words = new StringJoiner(" ");
    for (int i = from; i < to; i++) {
      String form = side.scan().token(i).form();
      words.add(i == from ? bare(form) : form);
    }
    return words.toString();
  }

  private String bare(String form) {
    String base = form.substring(proclitics.length());
    if (base.startsWith("ال")) {
      return base.substring(2);
    }
    return proclitics.endsWith("ل") && base.startsWith("ل") ? base.substring(1) : base;
  }
}
