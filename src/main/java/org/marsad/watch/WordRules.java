package org.marsad.watch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marsad.text.Opening;
import org.marsad.text.Token;
import org.marsad.watch.Query.Form;
import org.marsad.watch.StemRule.Spelled;

/** Every way in which a word of a query may stand in a text. Pure functions. */
final class WordRules {
  private static final int NONE = Opening.NONE.bit();
  private static final int BARE = Ending.NONE.bit();
  private static final int ARTICLE_LETTERS = 2;
  private static final int MAX_WITH_HAMZA = 4;

  private WordRules() {}

  /** Where in its phrase a word stands. */
  enum Position {
    ALONE,
    FIRST,
    LATER
  }

  /** The rules for a word of a query. */
  static List<StemRule> of(Token word, Form form, Position position) {
    return switch (form) {
      case EXACT -> List.of(exact(word));
      case THESE_WORDS -> theseWords(word, position);
      case ANY_FORM -> anyForm(word, position);
    };
  }

  /** Letter case counts in Latin; Arabic spelling is one in all its variants here too. */
  private static StemRule exact(Token word) {
    return isArabic(word)
        ? new StemRule(word.form(), NONE, BARE)
        : new StemRule(word.form(), NONE, BARE, word.written(), Spelled.EXACTLY);
  }

  private static List<StemRule> theseWords(Token word, Position position) {
    if (position == Position.LATER || !isArabic(word)) {
      return List.of(new StemRule(word.form(), NONE, BARE));
    }
    List<StemRule> rules = new ArrayList<>();
    int openings = Opening.before(word.form());
    rules.add(new StemRule(word.form(), openings & ~Opening.ARTICLE, BARE));
    if (hasArticle(word)) {
      String stem = word.form().substring(ARTICLE_LETTERS);
      rules.add(new StemRule(stem, openings & Opening.ARTICLE, BARE));
    }
    return rules;
  }

  private static List<StemRule> anyForm(Token word, Position position) {
    if (!isArabic(word)) {
      return List.of(new StemRule(word.form(), NONE, BARE));
    }
    List<StemRule> rules = new ArrayList<>();
    if (hasArticle(word)) {
      String stem = word.form().substring(ARTICLE_LETTERS);
      rules.addAll(noun(stem, word.written().substring(ARTICLE_LETTERS), position));
    }
    // Where the article is no article (التزام), the whole word is the stem.
    if (!hasArticle(word) || !Names.contains(word.form())) {
      rules.addAll(noun(word.form(), word.written(), position));
    }
    return rules;
  }

  /** The rules for two words written as one; standing alone it is a name and has a nisba. */
  static List<StemRule> joined(Token first, Token second, Position position) {
    String stem = first.form() + second.form();
    if (position == Position.LATER || !isArabic(first)) {
      return List.of(new StemRule(stem, NONE, BARE));
    }
    int openings = Opening.before(stem);
    List<StemRule> rules = new ArrayList<>();
    rules.add(new StemRule(stem, openings & ~Opening.ARTICLE, BARE));
    if (position == Position.ALONE) {
      rules.addAll(Nisba.of(stem, first.written() + second.written(), false, openings));
    }
    return rules;
  }

  private static List<StemRule> noun(String stem, String written, Position position) {
    int openings = openings(stem, position);
    if (stem.length() < 3 || stem.endsWith("ى")) {
      return List.of(new StemRule(stem, openings, BARE));
    }
    boolean definite = Names.contains("ال" + stem);
    boolean name = definite || Names.contains(stem);
    List<StemRule> rules = new ArrayList<>();
    if (name) {
      rules.add(new StemRule(stem, definite ? openings : openings & ~Opening.ARTICLE, BARE));
    } else {
      rules.addAll(Paradigm.of(stem, written, openings));
    }
    boolean nisba = !name || Names.hasNisba(definite ? "ال" + stem : stem);
    if (nisba && position == Position.ALONE) {
      rules.addAll(Nisba.of(stem, written, name, openings));
    }
    return merged(rules, !name && stem.length() <= MAX_WITH_HAMZA && hasHamza(written), written);
  }

  /** In short words the hamza tells one from another; in longer ones it is often misplaced. */
  private static boolean hasHamza(String written) {
    return written.charAt(0) == 'أ' || written.charAt(0) == 'إ';
  }

  /** Rules that differ in their endings alone are one. */
  private static List<StemRule> merged(List<StemRule> rules, boolean hamza, String written) {
    Map<StemRule, Integer> endings = new LinkedHashMap<>();
    for (StemRule rule : rules) {
      StemRule spelled =
          hamza
              ? new StemRule(rule.stem(), rule.openings(), 0, written, Spelled.WITH_HAMZA)
              : rule.withEndings(0);
      endings.merge(spelled, rule.endings(), (a, b) -> a | b);
    }
    return endings.entrySet().stream()
        .map(rule -> rule.getKey().withEndings(rule.getValue()))
        .toList();
  }

  private static int openings(String stem, Position position) {
    return switch (position) {
      case ALONE -> Opening.before(stem);
      case FIRST -> Opening.before(stem) | Opening.BEFORE_PHRASE;
      case LATER -> Opening.INSIDE_PHRASE;
    };
  }

  private static boolean hasArticle(Token word) {
    return word.written().startsWith("ال")
        && word.form().length() > ARTICLE_LETTERS + 1
        && !word.form().equals("الله");
  }

  static boolean isArabic(Token word) {
    char first = word.form().charAt(0);
    return first >= 0x0620 && first <= 0x08FF && Character.isLetter(first);
  }
}
