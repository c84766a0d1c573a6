package org.marsad.watch;

import java.util.List;
import org.marsad.watch.Sign.Kind;

/** The signs of a query and how far they have been read. Serves one reading. */
final class Signs {
  private final String text;
  private final List<Sign> signs;
  private int at;

  /** The last of the signs is END. */
  Signs(String text, List<Sign> signs) {
    this.text = text;
    this.signs = signs;
  }

  Sign now() {
    return signs.get(at);
  }

  boolean isNow(Kind kind) {
    return now().is(kind);
  }

  Sign next() {
    Sign sign = signs.get(at);
    at += sign.is(Kind.END) ? 0 : 1;
    return sign;
  }

  boolean accept(Kind kind) {
    boolean accepted = isNow(kind);
    at += accepted ? 1 : 0;
    return accepted;
  }

  /** How many were read. */
  int read() {
    return at;
  }

  /** The n-th sign of all. */
  Sign get(int n) {
    return signs.get(n);
  }

  /** Those not read yet. */
  List<Sign> ahead() {
    return signs.subList(at, signs.size());
  }

  /** How many plain words come now. */
  int words() {
    int i = at;
    while (signs.get(i).is(Kind.WORD)) {
      i++;
    }
    return i - at;
  }

  /** Whether plain words, and nothing else, come before the next sign of this kind. */
  boolean isPlainUpTo(Kind kind) {
    return words() > 0 && signs.get(at + words()).is(kind);
  }

  /** Whether the query has no sign but words and commas. */
  boolean isSimpleText() {
    return signs.stream()
        .allMatch(sign -> sign.is(Kind.WORD) || sign.is(Kind.COMMA) || sign.is(Kind.END));
  }

  /** What was typed from a sign that was read up to where n more words would be read. */
  String typed(Sign from, int n) {
    return text.substring(from.start(), n == 0 ? from.end() : signs.get(at + n - 1).end());
  }

  /** The whole text. */
  String text() {
    return text;
  }

  void skip(int n) {
    at += n;
  }

  /** The sign that closes the bracket read last, or END. */
  Sign closing() {
    int open = 1;
    for (Sign sign : ahead()) {
      open += sign.is(Kind.OPEN) ? 1 : sign.is(Kind.CLOSE) ? -1 : 0;
      if (open == 0) {
        return sign;
      }
    }
    return signs.get(signs.size() - 1);
  }
}
