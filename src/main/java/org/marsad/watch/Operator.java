package org.marsad.watch;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words that join what is looked for. English ones count in capitals only: "or" is gold in
 * French.
 */
enum Operator {
  /** Any of them. */
  OR,
  /** All of them; the same as a space. */
  AND,
  /** None of it. */
  NOT,
  /** Close together; followed by a slash, a number and brackets. */
  NEAR;

  private static final Map<String, Operator> WORDS =
      Map.of("OR", OR, "أو", OR, "او", OR, "AND", AND, "&", AND, "NOT", NOT, "ليس", NOT);
  private static final Map<String, Operator> BEFORE_SLASH = Map.of("NEAR", NEAR, "قرب", NEAR);

  /** The operator that a word of a query is, if it is one. */
  static @Nullable Operator of(String word) {
    return WORDS.get(word);
  }

  /** Whether this stands before the slash of {@code NEAR/5}. */
  static boolean isNear(String word) {
    return BEFORE_SLASH.containsKey(word);
  }

  /** Whether one of a text's words is an operator where a query has it. */
  static boolean standsIn(String text) {
    for (String word : text.split(" ")) {
      if (of(word) != null) {
        return true;
      }
    }
    return false;
  }
}
