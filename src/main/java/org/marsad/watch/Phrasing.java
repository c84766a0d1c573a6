package org.marsad.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.marsad.text.Folded;
import org.marsad.text.Folding;
import org.marsad.text.Token;
import org.marsad.text.Variants;
import org.marsad.watch.Query.Form;
import org.marsad.watch.WordRules.Position;

/**
 * Every sequence of words by which a word or phrase of a query may stand in a text: a space more or
 * less inside a name of two words is the same name. Pure functions.
 */
final class Phrasing {
  /** More ways to write one phrase are not looked for. */
  static final int MAX_PATHS = 12;

  /** A phrase of more words is looked for as typed. */
  static final int MAX_VARIED_WORDS = 12;

  private static final int MIN_LETTERS = 3;

  /** Arabic letters that never join the next: a space missing behind them is not seen. */
  private static final String NOT_JOINING = "اأإآدذرزوةىؤء";

  /** Behind "son of" the space counts: بن غازي is a man, بنغازي a city. */
  private static final Set<String> SON = Set.of("بن", "ابن");

  private Phrasing() {}

  /** A way to write the phrase: for each word in turn, its rules. */
  record Path(List<List<StemRule>> steps) {
    Path {
      steps = List.copyOf(steps);
    }
  }

  /** The ways, at most {@link #MAX_PATHS}; the first is the phrase as typed. */
  static List<Path> paths(Query.Words words) {
    Folded phrase = Folding.fold(words.text());
    List<Token> tokens = phrase.tokens();
    List<Path> paths = new ArrayList<>(List.of(path(tokens, words.form())));
    if (tokens.size() > MAX_VARIED_WORDS) {
      return paths;
    }
    if (words.form() != Form.EXACT) {
      List<List<String>> variants = Variants.of(phrase);
      variants.forEach(forms -> paths.add(path(tokens(forms), words.form())));
      paths.remove(1);
    }
    if (words.form() == Form.ANY_FORM) {
      for (int i = 0; i + 1 < tokens.size(); i++) {
        if (canJoin(tokens.get(i), tokens.get(i + 1))) {
          paths.add(joined(tokens, i));
        }
      }
    }
    return List.copyOf(paths.subList(0, Math.min(paths.size(), MAX_PATHS)));
  }

  private static Path path(List<Token> tokens, Form form) {
    List<List<StemRule>> steps = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      steps.add(WordRules.of(tokens.get(i), form, position(i, tokens.size())));
    }
    return new Path(steps);
  }

  private static Position position(int i, int words) {
    return words == 1 ? Position.ALONE : i == 0 ? Position.FIRST : Position.LATER;
  }

  /** Words of a variant, which is spelled as folded. */
  private static List<Token> tokens(List<String> forms) {
    return forms.stream().map(form -> new Token(form, form, 0, 1, Token.Gap.SPACE)).toList();
  }

  /** The phrase with one space less. */
  private static Path joined(List<Token> tokens, int at) {
    List<List<StemRule>> steps = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (i == at) {
        steps.add(
            WordRules.joined(tokens.get(i), tokens.get(i + 1), position(i, tokens.size() - 1)));
        i++;
      } else {
        steps.add(WordRules.of(tokens.get(i), Form.ANY_FORM, position(i, tokens.size())));
      }
    }
    return new Path(steps);
  }

  private static boolean canJoin(Token first, Token second) {
    boolean arabic = WordRules.isArabic(first);
    if (!arabic || !WordRules.isArabic(second)) {
      return !arabic && !WordRules.isArabic(second);
    }
    String written = first.written();
    return first.form().length() >= MIN_LETTERS
        && second.form().length() >= MIN_LETTERS
        && NOT_JOINING.indexOf(written.charAt(written.length() - 1)) >= 0
        && !SON.contains(first.form());
  }
}
