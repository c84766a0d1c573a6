package org.marsad.feed;

import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** What an item is filed under: RSS's and Atom's categories, Dublin Core's subjects. */
final class ItemCategories {
  private static final int MAX = 20;
  private static final int MAX_CHARS = 100;

  private ItemCategories() {}

  static List<String> of(Fields fields) {
    return tidy(
        Stream.of("category", "dc:subject", "itunes:category")
            .flatMap(kind -> fields.all(kind).stream())
            .map(ItemCategories::word));
  }

  /** Each once, none too long nor too many, each on one line. */
  static List<String> tidy(Stream<String> words) {
    return words
        .map(word -> PlainText.cut(PlainText.of(word).replace('\n', ' '), MAX_CHARS))
        .filter(word -> !word.isEmpty())
        .distinct()
        .limit(MAX)
        .toList();
  }

  private static String word(Element category) {
    String label = Names.attribute(category, "label");
    String term = label.isEmpty() ? Names.attribute(category, "term") : label;
    String text = term.isEmpty() ? Names.attribute(category, "text") : term;
    return text.isEmpty() ? category.wholeText() : text;
  }
}
