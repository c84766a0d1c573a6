package org.marsad.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides what is new in a document and what is an edit of something known. Dates inside the feed
 * decide nothing. Pure functions.
 */
final class Newness {
  /** How long an item may be edited; after that a change is not looked at. */
  static final Duration EDITED_WITHIN = Duration.ofDays(7);

  private final Identity identity;
  private final SeenItems seen;
  private final Instant editedSince;

  /**
   * Prepares the decision.
   *
   * @param identity by what the feed's items are told apart
   * @param seen what the document may show again
   */
  Newness(Identity identity, SeenItems seen, Instant now) {
    this.identity = identity;
    this.seen = seen;
    this.editedSince = now.minus(EDITED_WITHIN);
  }

  /**
   * One item of a document.
   *
   * @param keyed the item
   * @param key what tells it from the feed's others
   * @param before what was seen of it, or empty if it is new
   */
  record Found(Keyed keyed, String key, Optional<Seen> before) {
    boolean isNew() {
      return before.isEmpty();
    }
  }

  /** Each item of the document once, in its order. */
  List<Found> of(List<Keyed> document) {
    Map<String, Set<String>> headlines = new HashMap<>();
    for (Keyed one : document) {
      headlines.computeIfAbsent(one.keys().link(), link -> new HashSet<>()).add(one.item().title());
    }
    Set<String> shared =
        headlines.entrySet().stream()
            .filter(link -> link.getValue().size() > 1)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    Telling telling = Telling.of(document, seen);
    Set<String> once = new HashSet<>();
    return document.stream()
        .map(one -> found(one, key(one.keys(), shared), telling))
        .filter(found -> once.add(found.key()))
        .toList();
  }

  /** A link that several headlines of one document share tells them not apart. */
  private String key(Keys keys, Set<String> sharedLinks) {
    String key = keys.by(identity);
    return key.equals(keys.link()) && sharedLinks.contains(key) ? keys.text() : key;
  }

  /** A new headline in place of another over the same text makes a new hash, but no new item. */
  private Found found(Keyed one, String key, Telling telling) {
    Optional<Seen> before = seen.find(key, one.keys());
    boolean byText = key.equals(one.keys().text());
    return new Found(one, key, byText ? before.or(() -> reworded(one.item(), telling)) : before);
  }

  private Optional<Seen> reworded(Item item, Telling telling) {
    return seen.withSummary(item.summary()).stream()
        .filter(old -> old.at().isAfter(editedSince) && telling.isSame(item, old))
        .findFirst();
  }

  /** Whether the headline of a known item was changed in time. */
  boolean isEdited(Found found) {
    String title = found.keyed().item().title();
    return found
        .before()
        .filter(before -> before.itemId() != null && before.at().isAfter(editedSince))
        .filter(before -> !title.isEmpty() && !title.equals(before.title()))
        .isPresent();
  }
}
