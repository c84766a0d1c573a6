package org.marsad.text;

import java.util.List;

/**
 * A text folded and split into words.
 *
 * @param original the text as published; the words' offsets point into it
 * @param tokens its words in reading order; offsets never go back
 */
public record Folded(String original, List<Token> tokens) {
  /** Copies the words. */
  public Folded {
    tokens = List.copyOf(tokens);
  }
}
