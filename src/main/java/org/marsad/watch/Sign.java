package org.marsad.watch;

/**
 * One piece of a query's text.
 *
 * @param kind what it is
 * @param text of a word or phrase, what it says; of a scope or NEAR, as typed
 * @param start the UTF-16 offset of its first char
 * @param end the offset behind its last
 */
record Sign(Kind kind, String text, int start, int end) {
  /** What a piece can be. */
  enum Kind {
    WORD,
    PREFIX,
    PHRASE,
    OPEN,
    CLOSE,
    COMMA,
    OR,
    AND,
    NOT,
    EXACT,
    SCOPE,
    NEAR,
    END
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  /** Of a scope: which. */
  Scope scope() {
    Scope scope = Scope.named(text);
    if (scope == null) {
      throw new IllegalStateException("not a scope: " + text);
    }
    return scope;
  }
}
