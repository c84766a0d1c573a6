package org.marsad.chat;

import java.util.List;
import java.util.Map;
import org.marsad.alert.Phrases.Markup;
import org.marsad.text.Cut;
import org.marsad.text.Html;
import org.marsad.text.Marked;
import org.marsad.watch.QueryParser;
import org.marsad.watch.QueryParser.Problem;

/** Says why a query was refused: what is wrong, where, and how it would work. Pure functions. */
final class Refusal {
  private static final int BEFORE = 120;
  private static final int BEHIND = 80;
  private static final Map<String, Integer> LIMITS =
      Map.of(
          "chars",
          QueryParser.MAX_CHARS,
          "terms",
          QueryParser.MAX_TERMS,
          "depth",
          QueryParser.MAX_DEPTH,
          "letters",
          QueryParser.MIN_PREFIX_LETTERS,
          "near",
          QueryParser.MAX_NEAR_WORDS,
          "parts",
          QueryParser.MAX_NEAR_PARTS);

  private Refusal() {}

  /** The answer to a text that cannot be watched for, with a button for the corrected one. */
  static List<Reply> of(Talk talk, Carried carried, String typed, Meaning.Refused refused) {
    Markup problem = new Markup(talk.html("problem." + refused.problem(), LIMITS));
    if (refused.problem() == Problem.EMPTY || refused.problem() == Problem.NO_LETTERS) {
      return talk.say(
          talk.html(
              "refused.short", Map.of("problem", problem, "example", talk.html("example.watch"))),
          new Keyboard().row(talk.run(Verb.HELP)));
    }
    String example = refused.example().isEmpty() ? talk.html("example.watch") : refused.example();
    String html =
        talk.html(
            "refused",
            Map.of(
                "problem",
                problem,
                "typed",
                new Markup(pointed(typed, refused.position())),
                "example",
                example));
    Keyboard keyboard =
        new Keyboard()
            .row(talk.button("button.follow", example, carried.tap(talk, example, Tap.Kind.ADD)))
            .row(talk.run(Verb.HELP));
    return talk.say(html, keyboard);
  }

  /** The text with a sign before the mistake and the word there underlined. */
  private static String pointed(String typed, int position) {
    int at = Math.max(0, Math.min(position, typed.length()));
    String before = typed.substring(Math.max(0, at - BEFORE), at);
    String behind = typed.substring(at, Math.min(typed.length(), at + BEHIND));
    int end = 0;
    while (end < behind.length() && (end == 0 || !Character.isWhitespace(behind.charAt(end)))) {
      end++;
    }
    return shown(before)
        + "❗"
        + (end == 0 ? "" : "<u><b>" + shown(behind.substring(0, end)) + "</b></u>")
        + Html.escape(Cut.atWord(spaced(behind.substring(end)), BEHIND));
  }

  private static String shown(String part) {
    return Html.escape(spaced(part));
  }

  /** One line, its outer spaces kept: it is put together again. */
  private static String spaced(String part) {
    String line = Marked.line(part);
    return (part.startsWith(" ") ? " " : "")
        + line
        + (part.endsWith(" ") && !line.isEmpty() ? " " : "");
  }
}
