package org.marsad.chat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.marsad.alert.Phrases.Markup;
import org.marsad.text.Html;
import org.marsad.watch.OwnEntity;
import org.marsad.watch.Query;
import org.marsad.watch.Query.Form;
import org.marsad.watch.Query.Words;
import org.marsad.watch.QueryParser;

/** An own entity in words, and what a chat may call one. Pure functions. */
final class Description {
  /** Own entities a chat may have. */
  static final int MAX_ENTITIES = 20;

  /** Characters a name or context word may have. */
  static final int MAX_CHARS = 80;

  private static final int MIN_LETTERS = 3;

  private Description() {}

  /** What is wrong with a name or context word; empty if it can be added. */
  static Optional<String> refusal(Talk talk, String typed, Words words, OwnEntity entity) {
    boolean name = words.form() != Form.ANY_FORM;
    List<Words> others = name ? entity.names() : entity.contexts();
    int most = name ? OwnEntity.MAX_NAMES : OwnEntity.MAX_CONTEXTS;
    Optional<String> wrong = refusal(talk, typed, words);
    if (wrong.isPresent()) {
      return wrong;
    }
    if (others.stream().anyMatch(other -> same(other, words))) {
      return Optional.of(talk.html("own.bad.twice", Map.of("what", words.text())));
    }
    if (others.size() >= most) {
      return Optional.of(talk.html(name ? "own.bad.names" : "own.bad.contexts", Map.of("n", most)));
    }
    OwnEntity longer = name ? entity.withName(words) : entity.withContext(words);
    return fits(longer)
        ? Optional.empty()
        : Optional.of(talk.html("own.bad.large", Map.of("what", words.text())));
  }

  /** What is wrong with these words as such; empty if nothing is. */
  static Optional<String> refusal(Talk talk, String typed, Words words) {
    if (words.text().isEmpty()) {
      return Optional.of(talk.html("own.bad.letters", Map.of("what", Talk.echo(typed))));
    }
    if (words.text().length() > MAX_CHARS) {
      return Optional.of(talk.html("own.bad.long", Map.of("n", MAX_CHARS)));
    }
    return words.text().length() < MIN_LETTERS && words.form() != Form.EXACT
        ? Optional.of(talk.html("own.bad.short", Map.of("what", words.text(), "n", MIN_LETTERS)))
        : Optional.empty();
  }

  private static boolean same(Words one, Words other) {
    return one.form() == other.form()
        && (one.form() == Form.EXACT
            ? one.equals(other)
            : Spelling.folded(one.text()).equals(Spelling.folded(other.text())));
  }

  static boolean fits(OwnEntity entity) {
    return QueryParser.print(entity.query()).length() <= QueryParser.MAX_STORED_CHARS;
  }

  /** Its names and context words, a line each. */
  static String lines(Talk talk, OwnEntity entity) {
    StringBuilder lines =
        new StringBuilder(talk.html("own.names", Map.of("names", list(talk, entity.names()))));
    if (!entity.contexts().isEmpty()) {
      lines
          .append("\n")
          .append(talk.html("own.contexts", Map.of("words", list(talk, entity.contexts()))));
    }
    for (Query other : entity.others()) {
      lines.append("\n").append(talk.html("own.other", Map.of("what", QueryParser.print(other))));
    }
    return lines.toString();
  }

  private static Markup list(Talk talk, List<Words> words) {
    return new Markup(
        words.stream()
            .map(word -> talk.html("own.word", Map.of("what", shown(word))))
            .collect(Collectors.joining(Html.escape(talk.phrases().plain("own.comma") + " "))));
  }

  /** A name or context word as it is typed. */
  static String shown(Words words) {
    return (words.form() == Form.EXACT ? "=" : "") + words.text();
  }
}
