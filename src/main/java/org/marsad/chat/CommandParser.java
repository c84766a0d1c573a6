package org.marsad.chat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.marsad.text.Folding;
import org.marsad.text.Token;

/** Tells commands from other text. Pure functions. */
final class CommandParser {
  /** A client may put them in unasked, and our own messages hold them, to be copied from. */
  private static final Pattern DIRECTION_MARKS =
      Pattern.compile("[\\u200E\\u200F\\u061C\\u202A-\\u202E\\u2066-\\u2069]");

  private static final Pattern SLASHED =
      Pattern.compile("/([^\\s@]+)(?:@\\S*)?(?:\\s+(.*))?", Pattern.DOTALL);

  private static final Pattern SEPARATOR = Pattern.compile("^\\s*:");

  /** «ابحث عن» is one command. */
  private static final Pattern ABOUT = Pattern.compile("^عن(?:\\s+|$)");

  private CommandParser() {}

  /** What a line is. Letter case and Arabic spelling make no difference to a command. */
  static Said parse(String line) {
    String text = DIRECTION_MARKS.matcher(line).replaceAll("").strip();
    Matcher slashed = SLASHED.matcher(text);
    if (!slashed.matches()) {
      return typed(text, false).<Said>map(command -> command).orElse(new Said.Plain(text));
    }
    String name = slashed.group(1).toLowerCase(Locale.ROOT);
    String rest = slashed.group(2) == null ? "" : slashed.group(2).strip();
    for (Verb verb : Verb.values()) {
      if (verb.names().contains(name)) {
        return new Said.Command(verb, rest, true);
      }
    }
    return typed(text.substring(1), true)
        .<Said>map(command -> command)
        .orElseGet(() -> new Said.Mistyped("/" + slashed.group(1), Nearest.to(name)));
  }

  /** The command whose Arabic word begins the text, or is the text where it takes none. */
  private static Optional<Said.Command> typed(String text, boolean slashed) {
    List<Token> tokens = Folding.fold(text).tokens();
    if (tokens.isEmpty() || tokens.get(0).start() > 0) {
      return Optional.empty();
    }
    for (Verb verb : Verb.values()) {
      int length = verb.words().stream().mapToInt(word -> begins(tokens, word)).max().orElse(0);
      if (length > 0 && (verb.takesText() || tokens.size() == length)) {
        int end = tokens.get(length - 1).end();
        String behind = SEPARATOR.matcher(text.substring(end)).replaceFirst("").strip();
        String rest = verb == Verb.SEARCH ? ABOUT.matcher(behind).replaceFirst("") : behind;
        return Optional.of(new Said.Command(verb, verb.takesText() ? rest : "", slashed));
      }
    }
    return Optional.empty();
  }

  /** Of how many tokens a command word is, if these begin with it; else 0. */
  private static int begins(List<Token> tokens, String word) {
    List<Token> meant = Folding.fold(word).tokens();
    if (meant.size() > tokens.size()) {
      return 0;
    }
    for (int i = 0; i < meant.size(); i++) {
      if (!meant.get(i).form().equals(tokens.get(i).form())) {
        return 0;
      }
    }
    return meant.size();
  }
}
