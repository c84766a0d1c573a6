package org.marsad.watch;

import org.jspecify.annotations.Nullable;
import org.marsad.watch.Query.Form;
import org.marsad.watch.QueryParser.Problem;
import org.marsad.watch.Sign.Kind;

/** Reads words, phrases and the values of scopes, and counts them. Serves one query. */
final class QueryLeaves {
  private final Signs signs;
  private final ScopeValues values;
  private final Mistakes mistakes;
  private int terms;

  QueryLeaves(Signs signs, ScopeValues values, Mistakes mistakes) {
    this.signs = signs;
    this.values = values;
    this.mistakes = mistakes;
  }

  /** The whole text is one keyword or phrase. */
  @Nullable Query simpleText() {
    String text = signs.text();
    if (Spelling.ofWords(text).isEmpty()) {
      mistakes.note(Problem.NO_LETTERS, 0, text.length(), "");
      return null;
    }
    return Query.keyword(text);
  }

  /** The plain words that come now are one phrase. */
  Query run(int depth) {
    Sign first = signs.next();
    count(first, depth);
    int words = signs.words();
    String phrase = signs.typed(first, words);
    signs.skip(words);
    return Query.keyword(phrase);
  }

  /** A word, phrase or prefix. */
  @Nullable Query leaf(Sign sign, Form form, int depth) {
    count(sign, depth);
    if (Spelling.ofWords(sign.text()).isEmpty()) {
      mistakes.note(Problem.NO_LETTERS, sign.start(), sign.end(), "");
      return null;
    }
    if (sign.is(Kind.PREFIX)) {
      return prefix(sign);
    }
    boolean quoted = sign.is(Kind.PHRASE) && form == Form.ANY_FORM;
    return new Query.Words(sign.text(), quoted ? Form.THESE_WORDS : form);
  }

  private void count(Sign sign, int depth) {
    terms++;
    if (terms > QueryParser.MAX_TERMS) {
      String close = ")".repeat(depth);
      mistakes.note(Problem.TOO_MANY_TERMS, sign.start(), signs.text().length(), close);
    }
  }

  private Query prefix(Sign sign) {
    if (Spelling.folded(sign.text()).length() < QueryParser.MIN_PREFIX_LETTERS) {
      mistakes.note(Problem.PREFIX_TOO_SHORT, sign.start(), sign.end(), sign.text());
    }
    return new Query.Prefix(sign.text());
  }

  /** The longest run of words that the scope knows: names of entities and countries have spaces. */
  @Nullable Query value(Sign scope, Sign first, int depth) {
    count(first, depth);
    boolean run = first.is(Kind.WORD) && scope.scope().hasLongNames();
    for (int more = run ? signs.words() : 0; more >= 0; more--) {
      Query query = values.find(scope.scope(), value(first, more));
      if (query != null) {
        signs.skip(more);
        return query;
      }
    }
    values.noteUnknown(scope, first, mistakes);
    return null;
  }

  private String value(Sign first, int more) {
    return more == 0 ? first.text() : signs.typed(first, more);
  }
}
