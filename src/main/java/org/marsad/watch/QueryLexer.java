package org.marsad.watch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.watch.QueryParser.Problem;
import org.marsad.watch.Sign.Kind;

/** Splits a query's text into signs. Serves one text. */
final class QueryLexer {
  private final String text;
  private final Mistakes mistakes;
  private final List<Sign> signs = new ArrayList<>();
  private int at;

  QueryLexer(String text, Mistakes mistakes) {
    this.text = text;
    this.mistakes = mistakes;
  }

  /** All signs, the last of them END. */
  List<Sign> signs() {
    while (at < text.length()) {
      next();
    }
    add(Kind.END, "", at, at);
    return List.copyOf(signs);
  }

  private void next() {
    char c = text.charAt(at);
    Kind mark = mark(c);
    if (Letters.isSpace(c) || Letters.isInvisible(c)) {
      at++;
    } else if (Letters.isQuote(c)) {
      phrase();
    } else if (mark != null) {
      at++;
      add(mark, "", at - 1, at);
    } else if (before(c)) {
      at++;
      add(c == '=' ? Kind.EXACT : Kind.NOT, "", at - 1, at);
    } else {
      word();
    }
  }

  private static @Nullable Kind mark(char c) {
    if (Letters.isComma(c)) {
      return Kind.COMMA;
    }
    return switch (c) {
      case '(' -> Kind.OPEN;
      case ')' -> Kind.CLOSE;
      case '|' -> Kind.OR;
      default -> null;
    };
  }

  /** A dash or equals sign at the start of a word; on its own it is only punctuation. */
  private boolean before(char c) {
    boolean joined = at + 1 < text.length() && !Letters.isSpace(text.charAt(at + 1));
    return (c == '=' || Letters.isDash(c)) && joined;
  }

  private void phrase() {
    int open = at;
    at++;
    while (at < text.length() && !Letters.isQuote(text.charAt(at))) {
      at++;
    }
    String inside = text.substring(open + 1, at);
    if (at == text.length()) {
      mistakes.note(
          new Mistakes.Mistake(Problem.UNCLOSED_QUOTE, open, at, at, text.charAt(open) + ""));
    }
    at = Math.min(at + 1, text.length());
    add(Kind.PHRASE, inside, open, at);
  }

  private void word() {
    int start = at;
    while (at < text.length() && !endsWord()) {
      if (text.charAt(at) == ':' && scope(start)) {
        return;
      }
      at++;
    }
    int end = at;
    while (end > start + 1 && Letters.isInvisible(text.charAt(end - 1))) {
      end--;
    }
    add(start, end);
  }

  /** A comma between digits belongs to the number. */
  private boolean endsWord() {
    char c = text.charAt(at);
    boolean inNumber =
        Letters.isComma(c)
            && Character.isDigit(text.charAt(at - 1))
            && at + 1 < text.length()
            && Character.isDigit(text.charAt(at + 1));
    return Letters.endsWord(c) && !inNumber;
  }

  private boolean scope(int start) {
    String name = text.substring(start, at);
    if (Scope.named(name) == null || exact()) {
      return false;
    }
    at++;
    add(Kind.SCOPE, name, start, at);
    return true;
  }

  private boolean exact() {
    return !signs.isEmpty() && signs.get(signs.size() - 1).is(Kind.EXACT);
  }

  private void add(int start, int end) {
    String word = text.substring(start, end);
    int slash = word.indexOf('/');
    Operator operator = exact() ? null : Operator.of(word);
    if (operator != null) {
      add(Kind.valueOf(operator.name()), word, start, end);
    } else if (slash > 0 && Operator.isNear(word.substring(0, slash))) {
      add(Kind.NEAR, word, start, end);
    } else if (word.indexOf('*') < 0) {
      add(Kind.WORD, word, start, end);
    } else {
      prefix(word, start, end);
    }
  }

  private void prefix(String word, int start, int end) {
    String stem = word.replace("*", "");
    if (word.indexOf('*') != word.length() - 1) {
      mistakes.note(Problem.MISPLACED_STAR, start, end, stem);
    }
    add(Kind.PREFIX, stem, start, end);
  }

  private void add(Kind kind, String said, int start, int end) {
    signs.add(new Sign(kind, said, start, end));
  }
}
