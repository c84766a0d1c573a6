package org.marsad.entity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.marsad.text.Folded;
import org.marsad.text.Token;
import org.marsad.text.Token.Gap;

/** A text and every phrase found in it, by where each begins and ends. One thread. */
final class Scan {
  private final Folded text;
  private final List<Span> all = new ArrayList<>();
  private final List<List<Span>> starting;
  private final List<List<Span>> ending;

  Scan(Folded text) {
    this.text = text;
    int places = text.tokens().size() + 1;
    starting = new ArrayList<>(Collections.nCopies(places, List.of()));
    ending = new ArrayList<>(Collections.nCopies(places, List.of()));
  }

  void add(Span span) {
    all.add(span);
    put(starting, span.from(), span);
    put(ending, span.to(), span);
  }

  private static void put(List<List<Span>> places, int at, Span span) {
    List<Span> spans = places.get(at);
    if (spans.isEmpty()) {
      spans = new ArrayList<>(4);
      places.set(at, spans);
    }
    spans.add(span);
  }

  List<Span> all() {
    return all;
  }

  /** What begins there. */
  List<Span> startingAt(int at) {
    return starting.get(at);
  }

  int size() {
    return text.tokens().size();
  }

  Token token(int i) {
    return text.tokens().get(i);
  }

  /** Whether it is the article of a name in Latin script (El Fasher). */
  boolean isLatinArticle(int i) {
    String form = token(i).form();
    return form.equals("al") || form.equals("el");
  }

  /** Whether a word there goes on with the phrase of the word before it. */
  boolean joined(int i) {
    return i > 0 && i < size() && token(i).gap() != Gap.BREAK;
  }

  /** The longest phrase of a kind that begins there, or null. */
  @Nullable Span from(int at, Predicate<Span> kind) {
    return at < 0 || at > size() ? null : longest(starting.get(at), kind);
  }

  /** The longest phrase of a role that begins there, or null. */
  @Nullable Span from(int at, Role role) {
    return from(at, span -> span.is(role));
  }

  /** The longest phrase of a kind that ends before the word there, or null. */
  @Nullable Span to(int at, Predicate<Span> kind) {
    return at < 0 || at > size() ? null : longest(ending.get(at), kind);
  }

  /** The longest phrase of a role that ends before the word there, or null. */
  @Nullable Span to(int at, Role role) {
    return to(at, span -> span.is(role));
  }

  private static @Nullable Span longest(List<Span> spans, Predicate<Span> kind) {
    Span longest = null;
    for (Span span : spans) {
      if (kind.test(span) && (longest == null || span.length() > longest.length())) {
        longest = span;
      }
    }
    return longest;
  }
}
