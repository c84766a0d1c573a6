package org.marsad.story;

import java.util.List;
import java.util.Set;
import org.marsad.text.Folded;
import org.marsad.text.Token;

/** Tells the hours of a clock from other numbers. Pure functions. */
final class Clock {
  private static final String HOUR = "الساعه";

  /** Behind an hour. */
  private static final Set<String> HALVES = Set.of("am", "pm", "a", "p", "gmt");

  private Clock() {}

  /** «الساعة 9», "7 p.m.", 9:30 */
  static boolean isTime(Folded text, int index, int behind) {
    List<Token> tokens = text.tokens();
    return (index > 0 && tokens.get(index - 1).form().equals(HOUR))
        || (behind < tokens.size() && HALVES.contains(tokens.get(behind).form()))
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
