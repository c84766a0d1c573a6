package org.marsad.watch;

import java.util.stream.Collectors;
import org.marsad.text.Folding;
import org.marsad.text.Token;

/** The one way a query's words are written. Pure functions. */
final class Spelling {
  private Spelling() {}

  /** The words as written, one space between; empty if there is no letter or digit. */
  static String ofWords(String text) {
    return Folding.fold(text).tokens().stream()
        .map(Token::written)
        .collect(Collectors.joining(" "));
  }

  /** The words folded, without space. */
  static String folded(String text) {
    return Folding.fold(text).tokens().stream().map(Token::form).collect(Collectors.joining());
  }

  /** The text without quotes and with single spaces, so that it can stand in quotes. */
  static String quotable(String text) {
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .filter(c -> !Letters.isInvisible(c))
        .map(c -> Letters.isSpace(c) || Letters.isQuote(c) ? ' ' : c)
        .filter(c -> c != ' ' || !kept.isEmpty() && kept.charAt(kept.length() - 1) != ' ')
        .forEach(kept::appendCodePoint);
    return kept.toString().strip();
  }
}
