package org.marsad.watch;

/** A stem that some query's word has, with where it leads. Shared by all queries that have it. */
final class Stem implements Slots.Hashed {
  private final String text;
  private final int hash;

  /** The edges that a phrase begins with. */
  final Slots<Edge> starts = new Slots<>();

  /** How many edges there are of this stem, also inside phrases. */
  int uses;

  Stem(String text) {
    this.text = text;
    this.hash = spread(text.hashCode());
  }

  /** A string's own hash, whose low bits say little, spread over all bits. */
  static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ mixed >>> 15;
  }

  @Override
  public int hash() {
    return hash;
  }

  String text() {
    return text;
  }

  /** Whether it is the part of a word from one letter to before another. */
  boolean isAt(String word, int from, int to) {
    return text.length() == to - from && word.startsWith(text, from);
  }
}
