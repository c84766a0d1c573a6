package org.marsad.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.marsad.text.Document;
import org.marsad.text.Token;

/**
 * What decided a verdict, as readers know it: words as they were written, numbers of both. Pure
 * functions.
 */
final class Difference {
  /** Stands between the numbers of the first report and those of the second. */
  static final String BECAME = "→";

  private static final int MAX_CHARS = 100;
  private static final int MAX_NUMBERS = 3;

  private Difference() {}

  /**
   * The verdict with its detail put so. Of two numbers {@code 12→15}, each of which may be missing;
   * a word that only the first report has stands behind a minus; empty where no one word decided.
   */
  static Verdict shown(Verdict verdict, Pair pair, Report told, Report fresh) {
    String detail =
        verdict.reason() == Verdict.Reason.ANOTHER_NUMBER
            ? numbers(verdict.detail(), pair)
            : word(verdict.detail(), told, fresh);
    return new Verdict(
        verdict.relation(), verdict.reason(), detail.length() > MAX_CHARS ? "" : detail);
  }

  private static String numbers(String decided, Pair pair) {
    List<String> before = only(pair.told().title(), pair.fresh());
    List<String> after = only(pair.fresh().title(), pair.told());
    if (before.isEmpty() && after.isEmpty()) {
      boolean isFresh = pair.fresh().whole().values().contains(decided);
      return isFresh ? BECAME + number(decided) : number(decided) + BECAME;
    }
    return String.join(" · ", before) + BECAME + String.join(" · ", after);
  }

  private static List<String> only(Passage title, Account other) {
    Set<String> values = other.whole().values();
    return title.figures().stream()
        .map(Figure::value)
        .filter(value -> !values.contains(value))
        .map(Difference::number)
        .distinct()
        .limit(MAX_NUMBERS)
        .toList();
  }

  private static String number(String value) {
    return value.replace("~", "");
  }

  private static String word(String detail, Report told, Report fresh) {
    boolean ofTheFirst = detail.startsWith("-");
    String form = ofTheFirst ? detail.substring(1) : detail;
    List<Report> where = ofTheFirst ? List.of(told) : List.of(fresh, told);
    return where.stream()
        .flatMap(report -> written(form, report).stream())
        .findFirst()
        .map(written -> ofTheFirst ? "-" + written : written)
        .orElse("");
  }

  /** Several words where the name is of several. */
  private static Optional<String> written(String form, Report report) {
    Document document = Document.of(report.title(), report.text());
    return Stream.of(document.title().tokens(), document.text().tokens())
        .flatMap(tokens -> written(form, tokens).stream())
        .findFirst();
  }

  private static Optional<String> written(String form, List<Token> tokens) {
    List<String> forms = List.of(form.split(" "));
    for (int from = 0; from + forms.size() <= tokens.size(); from++) {
      List<Token> some = tokens.subList(from, from + forms.size());
      if (some.stream().map(Token::form).toList().equals(forms)) {
        List<String> words = new ArrayList<>();
        some.forEach(token -> words.add(token.written()));
        return Optional.of(String.join(" ", words));
      }
    }
    return Optional.empty();
  }
}
