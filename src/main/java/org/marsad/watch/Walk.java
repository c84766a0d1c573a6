package org.marsad.watch;

import java.util.ArrayList;
import java.util.List;
import org.marsad.text.Document;
import org.marsad.text.Field;
import org.marsad.text.Folded;
import org.marsad.text.Token;

/** One pass over the words of one item, in which every term of every query is seen. One use. */
final class Walk {
  private final WordReader reader;
  private final boolean hasPrefixes;
  private final Sightings seen;
  private Field field = Field.TITLE;
  private List<Token> tokens = List.of();
  private List<Step> steps = new ArrayList<>();
  private List<Step> next = new ArrayList<>();

  /** How many of the next steps others led to than the one followed now: no node is among both. */
  private int fresh;

  /** A phrase of which some words were read: how far it came and where it began. */
  private record Step(Node node, int first) {}

  private Walk(Trie words, Prefixes prefixes, Sightings seen) {
    this.reader = new WordReader(words.stems(), prefixes);
    this.hasPrefixes = prefixes.lengths() != 0;
    this.seen = seen;
  }

  /** Adds all terms that stand in the item to what was seen. */
  static void over(Document document, Trie words, Prefixes prefixes, Sightings seen) {
    Walk walk = new Walk(words, prefixes, seen);
    for (Field field : Field.values()) {
      walk.over(field, document.field(field));
    }
  }

  private void over(Field here, Folded folded) {
    field = here;
    tokens = folded.tokens();
    steps.clear();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).gap() == Token.Gap.BREAK) {
        steps.clear();
      }
      next.clear();
      word(i);
      if (hasPrefixes) {
        reader.readPrefixes(tokens.get(i).form());
        begin(i, i);
      }
      if (i > 0 && isHyphenated(folded.original(), tokens.get(i - 1), tokens.get(i))) {
        reader.readWhole(tokens.get(i - 1).form() + tokens.get(i).form());
        begin(i - 1, i);
      }
      List<Step> done = steps;
      steps = next;
      next = done;
    }
  }

  private void word(int i) {
    Token token = tokens.get(i);
    reader.read(token);
    begin(i, i);
    for (Step step : steps) {
      Slots<Edge> edges = step.node().edges();
      fresh = next.size();
      for (int reading = 0; edges != null && reading < reader.size(); reading++) {
        follow(edges, reading, step.first(), i);
      }
    }
  }

  /** Begins every phrase that can begin with the word as it was read. */
  private void begin(int first, int last) {
    fresh = next.size();
    for (int reading = 0; reading < reader.size(); reading++) {
      follow(reader.stem(reading).starts, reading, first, last);
    }
  }

  private void follow(Slots<Edge> edges, int reading, int first, int last) {
    Stem stem = reader.stem(reading);
    Token token = tokens.get(last);
    Object[] slots = edges.slots();
    int slot = Slots.first(slots, stem.hash());
    while (slots[slot] instanceof Edge edge) {
      if (edge.stem() == stem && reader.fits(edge.rule(), reading, token)) {
        arrive(edge.to(), first, last);
      }
      slot = Slots.next(slots, slot);
    }
  }

  private void arrive(Node node, int first, int last) {
    Atom[] atoms = node.atoms();
    if (atoms.length > 0) {
      Span span = new Span(field, first, last, tokens.get(first).start(), tokens.get(last).end());
      for (Atom atom : atoms) {
        seen.add(atom, span);
      }
    }
    if (node.edges() != null && !isFresh(node)) {
      next.add(new Step(node, first));
    }
  }

  /** Whether another reading of this word led there from the same step. */
  private boolean isFresh(Node node) {
    for (int i = fresh; i < next.size(); i++) {
      if (next.get(i).node() == node) {
        return true;
      }
    }
    return false;
  }

  /** El-Fasher, cease-fire: also one word. */
  static boolean isHyphenated(String text, Token before, Token token) {
    return token.start() - before.end() == 1
        && text.charAt(before.end()) != ' '
        && Letters.isDash(text.charAt(before.end()))
        && !WordRules.isArabic(token);
  }
}
