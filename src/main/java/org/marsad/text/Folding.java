package org.marsad.text;

/**
 * Folds and splits a text into words. All spellings of a word get one {@link Token#form}: hamza on
 * alef, final ya and ha, Persian and presentation forms, harakat, tatweel, invisible characters,
 * digits, case, accents, letters set apart («الدعـ م») and compounds written as one («عبدالفتاح» is
 * two words). Particles keep their alef maqsura: على is not علي. French elision (l’, d’) and
 * English ’s leave no word.
 *
 * <p>Pure functions; linear in the text's length; any text is safe.
 */
public final class Folding {
  private Folding() {}

  /** Folds a text as published: character references and tags may stand in it. */
  public static Folded fold(String text) {
    CodePoints read = Compatibility.compose(Markup.read(text));
    return new Folded(text, Words.tokens(Splitter.split(read)));
  }

  /** Folds letter by letter, without splitting: for the tables of words of this room. */
  static String letters(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    text.codePoints().forEach(point -> folded.appendCodePoint(Letters.fold(point)));
    return folded.toString();
  }
}
