package org.marsad.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.watch.Query.Form;
import org.marsad.watch.QueryParser.Problem;
import org.marsad.watch.Sign.Kind;

/**
 * Reads the signs of one query by recursive descent. A mistake is noted and reading goes on; null
 * stands for what could not be read.
 */
final class QueryGrammar {
  private final Signs signs;
  private final QueryLeaves leaves;
  private final Mistakes mistakes;
  private int depth;
  private boolean inNear;
  private @Nullable Sign within;

  QueryGrammar(Signs signs, QueryLeaves leaves, Mistakes mistakes) {
    this.signs = signs;
    this.leaves = leaves;
    this.mistakes = mistakes;
  }

  /** The whole query; null or not whole if there is a mistake. */
  @Nullable Query query() {
    if (signs.isSimpleText()) {
      return leaves.simpleText();
    }
    Query query = any();
    while (!signs.isNow(Kind.END)) {
      remove(Problem.UNEXPECTED_BRACKET, signs.next());
      any();
    }
    return query;
  }

  private @Nullable Query any() {
    List<Query> branches = new ArrayList<>();
    Sign or = null;
    do {
      int start = signs.read();
      Query branch = all();
      if (branch == null && (or != null || signs.isNow(Kind.OR))) {
        remove(Problem.OPERATOR_WITHOUT_TERM, or != null ? or : signs.now());
      }
      Optional.ofNullable(branch).ifPresent(branches::add);
      if (depth == 0 && branch != null && !isPositive(branch)) {
        noteExclusions(start);
      }
      or = signs.now();
    } while (signs.accept(Kind.OR));
    return branches.isEmpty() ? null : Query.any(branches);
  }

  /** Whether the query can only hold of an item that has something it asks for. */
  private static boolean isPositive(Query query) {
    if (query instanceof Query.All all) {
      return all.parts().stream().anyMatch(QueryGrammar::isPositive);
    }
    if (query instanceof Query.Any any) {
      return any.parts().stream().allMatch(QueryGrammar::isPositive);
    }
    return query instanceof Query.InTitle title
        ? isPositive(title.part())
        : !(query instanceof Query.Not);
  }

  private void noteExclusions(int start) {
    for (int i = start; i < signs.read(); i++) {
      if (signs.get(i).is(Kind.NOT)) {
        remove(Problem.ONLY_EXCLUSIONS, signs.get(i));
        return;
      }
    }
  }

  private @Nullable Query all() {
    List<Query> parts = new ArrayList<>();
    Sign and = null;
    while (!endsAll()) {
      if (signs.accept(Kind.COMMA)) {
        continue;
      }
      if (signs.isNow(Kind.AND)) {
        if (parts.isEmpty() || and != null) {
          remove(Problem.OPERATOR_WITHOUT_TERM, signs.now());
        }
        and = signs.next();
        continue;
      }
      and = null;
      Optional.ofNullable(unit()).ifPresent(parts::add);
    }
    if (and != null) {
      remove(Problem.OPERATOR_WITHOUT_TERM, and);
    }
    return parts.isEmpty() ? null : Query.all(parts);
  }

  /** Commas part nothing but the parts of a NEAR. */
  private boolean endsAll() {
    Kind kind = signs.now().kind();
    return kind == Kind.OR
        || kind == Kind.CLOSE
        || kind == Kind.END
        || inNear && kind == Kind.COMMA;
  }

  private @Nullable Query unit() {
    Sign sign = signs.next();
    return switch (sign.kind()) {
      case NOT -> operand(sign).map(Query::not).orElse(null);
      case SCOPE -> scoped(sign);
      case EXACT -> exact(sign);
      case NEAR -> near(sign);
      case OPEN -> group(sign);
      default -> leaf(sign, Form.ANY_FORM);
    };
  }

  private @Nullable Query leaf(Sign sign, Form form) {
    return within == null ? leaves.leaf(sign, form, depth) : leaves.value(within, sign, depth);
  }

  /** What an operator works on. */
  private Optional<Query> operand(Sign operator) {
    if (endsAll() || signs.isNow(Kind.AND) || signs.isNow(Kind.COMMA)) {
      remove(Problem.OPERATOR_WITHOUT_TERM, operator);
      return Optional.empty();
    }
    return Optional.ofNullable(unit());
  }

  private @Nullable Query scoped(Sign scope) {
    Sign outer = within;
    boolean title = scope.scope() == Scope.TITLE;
    within = title ? within : scope;
    Optional<Query> query = operand(scope);
    within = outer;
    return (title ? query.map(Query::inTitle) : query).orElse(null);
  }

  private @Nullable Query exact(Sign equals) {
    if (signs.isNow(Kind.WORD) || signs.isNow(Kind.PHRASE)) {
      return leaf(signs.next(), Form.EXACT);
    }
    remove(Problem.OPERATOR_WITHOUT_TERM, equals);
    return null;
  }

  private @Nullable Query group(Sign open) {
    if (depth == QueryParser.MAX_DEPTH) {
      Sign close = signs.closing();
      String inside = signs.text().substring(open.end(), close.start());
      mistakes.note(Problem.TOO_DEEP, open.start(), close.end(), " " + inside + " ");
    }
    boolean outer = inNear;
    inNear = false;
    depth++;
    Query query = any();
    if (query == null && signs.isNow(Kind.CLOSE)) {
      int end = signs.now().end();
      mistakes.note(Problem.OPERATOR_WITHOUT_TERM, open.start(), end, "");
    }
    close(open);
    depth--;
    inNear = outer;
    return query;
  }

  private void close(Sign open) {
    if (!signs.accept(Kind.CLOSE)) {
      int end = signs.text().length();
      mistakes.note(new Mistakes.Mistake(Problem.UNCLOSED_BRACKET, open.start(), end, end, ")"));
    }
  }

  private @Nullable Query near(Sign near) {
    int words = NearSign.words(near, mistakes);
    if (!signs.isNow(Kind.OPEN)) {
      NearSign.noteNoBrackets(near, signs.ahead(), mistakes);
      return null;
    }
    Sign open = signs.next();
    boolean outer = inNear;
    inNear = true;
    depth++;
    List<Query> parts = nearParts();
    close(open);
    depth--;
    inNear = outer;
    if (parts.size() < 2
        || parts.size() > QueryParser.MAX_NEAR_PARTS
        || !NearSign.canBeNear(parts)) {
      remove(Problem.NEAR_PARTS, near);
      return null;
    }
    return new Query.Near(words, parts);
  }

  private List<Query> nearParts() {
    List<Query> parts = new ArrayList<>();
    do {
      boolean plain = signs.isPlainUpTo(Kind.COMMA) || signs.isPlainUpTo(Kind.CLOSE);
      Query part = plain && within == null ? leaves.run(depth) : any();
      Optional.ofNullable(part).ifPresent(parts::add);
      if (parts.size() == QueryParser.MAX_NEAR_PARTS && signs.isNow(Kind.COMMA)) {
        NearSign.noteTooMany(signs.now(), signs.closing(), mistakes);
      }
    } while (signs.accept(Kind.COMMA));
    return parts;
  }

  private void remove(Problem problem, Sign sign) {
    mistakes.note(problem, sign.start(), sign.end(), "");
  }
}
