package org.marsad.entity;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.text.Folded;
import org.marsad.text.Folding;
import org.marsad.text.Proclitics;
import org.marsad.text.Reading;
import org.marsad.text.Token;
import org.marsad.text.Token.Gap;
import org.marsad.text.Variants;

/**
 * Every phrase the tagger knows, as a trie of folded words. A text is walked once, from each of its
 * words; proclitics are read before a phrase's first word. Filled by one thread, then read by any.
 */
final class Lexicon {
  private static final int BITS = 18;

  private static final class Node {
    final Map<String, Node> next = new HashMap<>(2);
    Sense[] senses = {};
  }

  private final Node root = new Node();

  /** The hashes of the words that phrases begin with, a bit for some, so that most are not. */
  private final BitSet beginnings = new BitSet(1 << BITS);

  /** Adds a phrase in all its spellings. */
  void add(String phrase, Role role, int number) {
    Folded folded = Folding.fold(phrase);
    Sense sense = new Sense(role, number, phrase, Phrases.capitals(folded));
    for (List<String> forms : Variants.of(folded)) {
      Node node = root;
      if (!forms.isEmpty()) {
        beginnings.set(bit(forms.get(0).hashCode()));
      }
      for (String form : forms) {
        node = node.next.computeIfAbsent(form, any -> new Node());
      }
      if (node != root && !Arrays.asList(node.senses).contains(sense)) {
        node.senses = Arrays.copyOf(node.senses, node.senses.length + 1);
        node.senses[node.senses.length - 1] = sense;
      }
    }
  }

  /** Adds phrases. */
  void addAll(List<String> phrases, Role role, int number) {
    phrases.forEach(phrase -> add(phrase, role, number));
  }

  private static int bit(int hash) {
    return hash * 0x9E3779B9 >>> Integer.SIZE - BITS;
  }

  private boolean mayBegin(int hash) {
    return beginnings.get(bit(hash));
  }

  /** Everything that stands in a text. */
  Scan scan(Folded text) {
    Scan scan = new Scan(text);
    List<Token> tokens = text.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      for (Reading reading : Proclitics.of(tokens.get(i), this::mayBegin)) {
        Node node = root.next.get(reading.base());
        if (node != null) {
          walk(node, tokens, i, reading.proclitics(), scan);
        }
      }
    }
    return scan;
  }

  private static void walk(Node first, List<Token> tokens, int from, String proclitics, Scan scan) {
    @Nullable Node node = first;
    for (int to = from + 1; node != null; to++) {
      for (Sense sense : node.senses) {
        if (sense.capitals() == 0 || inCapitals(sense, tokens, from)) {
          scan.add(new Span(sense, from, to, proclitics));
        }
      }
      boolean goesOn =
          !node.next.isEmpty() && to < tokens.size() && tokens.get(to).gap() != Gap.BREAK;
      node = goesOn ? node.next.get(tokens.get(to).form()) : null;
    }
  }

  private static boolean inCapitals(Sense sense, List<Token> tokens, int from) {
    for (int i = 0; i < 31; i++) {
      if ((sense.capitals() >> i & 1) == 1 && !Phrases.inCapitals(tokens.get(from + i))) {
        return false;
      }
    }
    return true;
  }
}
