package org.marsad.watch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.marsad.text.Folded;
import org.marsad.text.Opening;
import org.marsad.text.Token;

/**
 * The part of the matcher that an index of words can do: under which words it must hold an item,
 * and for which it must be asked, so that it misses no item a query holds of. It finds more than
 * those: what counts is the matcher's word. Pure functions.
 */
public final class Clues {
  private Clues() {}

  /** The words under which to hold a field of an item, folded. */
  public static Set<String> in(Folded field) {
    Set<String> words = new LinkedHashSet<>();
    List<Token> tokens = field.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      words.add(tokens.get(i).form());
      if (i > 0 && Walk.isHyphenated(field.original(), tokens.get(i - 1), tokens.get(i))) {
        words.add(tokens.get(i - 1).form() + tokens.get(i).form());
      }
    }
    return words;
  }

  /**
   * What to ask for a word or phrase.
   *
   * @return the ways to write it, of which an item has one; of each way its words, of which the
   *     item has every one; of each word its forms, of which the item has one
   */
  public static List<List<Set<String>>> of(Query.Words phrase) {
    return Phrasing.paths(phrase).stream()
        .map(path -> path.steps().stream().map(Clues::forms).toList())
        .toList();
  }

  /** What to ask for a prefix: the item has a word that begins with one of these. */
  public static Set<String> of(Query.Prefix prefix) {
    return forms(Prefixes.rules(prefix));
  }

  private static Set<String> forms(List<StemRule> rules) {
    Set<String> forms = new LinkedHashSet<>();
    for (StemRule rule : rules) {
      for (Opening opening : Opening.values()) {
        if (opening.isIn(rule.openings())) {
          addAll(forms, opening.letters() + rule.stem(), rule.endings());
        }
      }
    }
    return forms;
  }

  private static void addAll(Set<String> forms, String beginning, int endings) {
    for (Ending ending : Ending.values()) {
      if ((endings & ending.bit()) != 0) {
        ending.letters().forEach(letters -> forms.add(beginning + letters));
      }
    }
  }
}
