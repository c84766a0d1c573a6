package org.marsad.text;

/**
 * The two fields of an item, folded. A phrase never crosses from one to the other.
 *
 * @param title the headline
 * @param text the teaser or body
 */
public record Document(Folded title, Folded text) {
  /** Folds both fields, once for all that look at them. */
  public static Document of(String title, String text) {
    return new Document(Folding.fold(title), Folding.fold(text));
  }

  /** One of the two. */
  public Folded field(Field field) {
    return field == Field.TITLE ? title : text;
  }
}
