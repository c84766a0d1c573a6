package org.marsad.story;

import java.util.List;
import java.util.Set;
import org.marsad.text.Folded;
import org.marsad.text.Token;

/** Tells the hours of a clock from other numbers. Pure functions. */
final class Clock {
  private static final Set<String> HOURS = Set.of("الساعه", "at");

  private Clock() {}

  /** «الساعة 9:30» */
  static boolean isTime(Folded text, int index, int behind) {
    List<Token> tokens = text.tokens();
    return (index > 0 && HOURS.contains(tokens.get(index - 1).form()))
        || isColon(text, tokens.get(Math.max(index, behind - 1)).end())
        || isColon(text, tokens.get(index).start() - 1);
  }

  private static boolean isColon(Folded text, int offset) {
    String written = text.original();
    return offset > 0
        && offset + 1 < written.length()
        && written.charAt(offset) == ':'
        && Character.isDigit(written.charAt(offset - 1))
        && Character.isDigit(written.charAt(offset + 1));
  }
}
