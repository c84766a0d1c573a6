package org.marsad.feed;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.marsad.text.Folding;
import org.marsad.text.Token;

/**
 * Whether the text below a headline tells that an item is one known under another headline. Many
 * feeds put the same words below every headline ("Read more on our site"), so a text tells nothing
 * unless it is long, stands below one headline only, and the two headlines have words in common.
 */
final class Telling {
  /** Of a text that may be one item's own. */
  private static final int MIN_CHARS = 40;

  private final Set<String> common;

  private Telling(Set<String> common) {
    this.common = common;
  }

  /** By what a document shows and what was seen of its feed. */
  static Telling of(List<Keyed> document, SeenItems seen) {
    Map<String, Set<String>> headlines = new HashMap<>();
    for (Keyed one : document) {
      headlines
          .computeIfAbsent(one.item().summary(), text -> new HashSet<>())
          .add(one.item().title());
    }
    return new Telling(
        headlines.entrySet().stream()
            .filter(text -> text.getValue().size() > 1 || seen.haveInCommon(text.getKey()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Whether both are one item by the text below their headlines. */
  boolean isSame(Item item, Seen old) {
    String text = item.summary();
    return text.length() >= MIN_CHARS
        && text.equals(old.summary())
        && !common.contains(text)
        && areAlike(item.title(), old.title());
  }

  /** Half the words of the shorter headline stand in the other too: it was edited, not replaced. */
  private static boolean areAlike(String one, String other) {
    Set<String> words = words(one);
    Set<String> others = words(other);
    int fewer = Math.min(words.size(), others.size());
    words.retainAll(others);
    return words.size() * 2 >= fewer;
  }

  private static Set<String> words(String headline) {
    return Folding.fold(headline).tokens().stream()
        .map(Token::form)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
