package org.marsad.chat;

import java.util.stream.Collectors;
import org.marsad.text.Folding;
import org.marsad.text.Token;

/** Compares what people type with names, whatever the spelling. Pure functions. */
final class Spelling {
  private Spelling() {}

  /** The words folded, one space between; empty if there is none. */
  static String folded(String text) {
    return Folding.fold(text).tokens().stream().map(Token::form).collect(Collectors.joining(" "));
  }
}
