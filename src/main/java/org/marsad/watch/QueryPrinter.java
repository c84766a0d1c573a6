package org.marsad.watch;

import java.util.List;
import java.util.stream.Collectors;
import org.marsad.watch.Query.Form;

/**
 * Prints queries in canonical form: the signs no language owns, and no bracket that is not needed.
 */
final class QueryPrinter {
  private QueryPrinter() {}

  /** A query that is one plain keyword or phrase stays simple text. */
  static String print(Query query) {
    if (query instanceof Query.Words words
        && words.form() == Form.ANY_FORM
        && !Operator.standsIn(words.text())) {
      return words.text();
    }
    // With spaces alone it would be one phrase again.
    return isPlain(query) ? any(query).replace(" ", " & ") : any(query);
  }

  private static boolean isPlain(Query query) {
    return query instanceof Query.All all
        && all.parts().stream()
            .allMatch(part -> part instanceof Query.Words words && words.form() == Form.ANY_FORM);
  }

  private static String any(Query query) {
    return query instanceof Query.Any any ? joined(any.parts(), " | ") : all(query);
  }

  private static String all(Query query) {
    return query instanceof Query.All all ? joined(all.parts(), " ") : unit(query);
  }

  private static String joined(List<Query> parts, String between) {
    boolean either = between.contains("|");
    return parts.stream()
        .map(part -> either ? all(part) : unit(part))
        .collect(Collectors.joining(between));
  }

  private static String unit(Query query) {
    if (query instanceof Query.Not not) {
      return "-" + unit(not.part());
    }
    if (query instanceof Query.InTitle title) {
      return Scope.TITLE.sign() + ":" + unit(title.part());
    }
    if (query instanceof Query.Near near) {
      String parts =
          near.parts().stream().map(QueryPrinter::unit).collect(Collectors.joining(", "));
      return Operator.NEAR + "/" + near.words() + "(" + parts + ")";
    }
    return query instanceof Query.All || query instanceof Query.Any
        ? "(" + any(query) + ")"
        : leaf(query);
  }

  private static String leaf(Query query) {
    if (query instanceof Query.Words words) {
      return words(words);
    }
    if (query instanceof Query.Prefix prefix) {
      return prefix.stem() + "*";
    }
    if (query instanceof Query.OfEntity entity) {
      return Scope.ENTITY.sign() + ":" + entity.id();
    }
    if (query instanceof Query.FromSource source) {
      return Scope.SOURCE.sign() + ":\"" + source.name() + '"';
    }
    if (query instanceof Query.InLanguage language) {
      return Scope.LANGUAGE.sign() + ":" + language.code();
    }
    return Scope.COUNTRY.sign() + ":" + ((Query.FromCountry) query).code();
  }

  private static String words(Query.Words words) {
    String text = words.text();
    return switch (words.form()) {
      case THESE_WORDS -> '"' + text + '"';
      case EXACT -> text.indexOf(' ') < 0 ? "=" + text : "=\"" + text + '"';
      // An underscore holds the words of a phrase together, as in a hashtag.
      case ANY_FORM -> (Operator.standsIn(text) ? "_" : "") + text.replace(' ', '_');
    };
  }
}
