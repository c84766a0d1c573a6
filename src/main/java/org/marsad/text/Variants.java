package org.marsad.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The ways in which the compound names in a phrase are written: أبو, أبي and أبا by case, the kunya
 * glued to its name or apart (أبوظبي), ابن and بن. Compounds of a fixed list and names of عبد are
 * split by {@link Folding} already. For what is looked for, not for what is read. Pure functions.
 */
public final class Variants {
  private static final List<String> FATHER = List.of("ابو", "ابي", "ابا");
  private static final List<String> SON = List.of("بن", "ابن");
  private static final int MIN_GLUED = 6;
  private static final int MAX = 64;

  private Variants() {}

  /** The forms of the phrase's words in each of its spellings, its own first; at most 64. */
  public static List<List<String>> of(Folded phrase) {
    List<List<String>> variants = new ArrayList<>();
    variants.add(List.of());
    List<Token> tokens = phrase.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      variants = extended(variants, here(tokens, i));
    }
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (father(tokens.get(i))) {
        glue(variants, i, tokens.size());
      }
    }
    return List.copyOf(new LinkedHashSet<>(variants));
  }

  private static List<List<String>> extended(
      List<List<String>> variants, List<List<String>> choices) {
    List<List<String>> longer = new ArrayList<>();
    for (List<String> variant : variants) {
      for (List<String> choice : choices) {
        if (longer.size() < MAX) {
          List<String> forms = new ArrayList<>(variant);
          forms.addAll(choice);
          longer.add(forms);
        }
      }
    }
    return longer;
  }

  private static List<List<String>> here(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    List<List<String>> choices = new ArrayList<>();
    choices.add(List.of(token.form()));
    boolean last = i + 1 == tokens.size();
    if (!last && father(token)) {
      FATHER.forEach(form -> choices.add(List.of(form)));
    } else if (SON.contains(token.form()) && tokens.size() > 1) {
      SON.forEach(form -> choices.add(List.of(form)));
    } else if (token.form().length() >= MIN_GLUED && token.form().startsWith("ابو")) {
      String name = token.form().substring(3);
      FATHER.forEach(form -> choices.add(List.of(form, name)));
    }
    return List.copyOf(new LinkedHashSet<>(choices));
  }

  /** Adds, for each variant of that many words, the one whose kunya there is glued to its name. */
  private static void glue(List<List<String>> variants, int at, int words) {
    for (List<String> variant : List.copyOf(variants)) {
      if (variant.size() == words) {
        List<String> glued = new ArrayList<>(variant);
        String name = glued.remove(at + 1);
        glued.set(at, glued.get(at) + name);
        variants.add(glued);
      }
    }
  }

  /** With madda it is another name: آبي أحمد. */
  private static boolean father(Token token) {
    return FATHER.contains(token.form()) && token.written().charAt(0) != 'آ';
  }
}
