package org.marsad.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Those items of one feed seen before that a document may show again, by each of their keys. */
final class SeenItems {
  private final Map<String, List<Seen>> byGuid;
  private final Map<String, List<Seen>> byLink;
  private final Map<String, List<Seen>> byText;
  private final Map<String, List<Seen>> bySummary;

  SeenItems(Collection<Seen> seen) {
    byGuid = index(seen, one -> one.keys().guid());
    byLink = index(seen, one -> one.keys().link());
    byText = index(seen, one -> one.keys().text());
    bySummary = index(seen, Seen::summary);
  }

  private static Map<String, List<Seen>> index(Collection<Seen> seen, Function<Seen, String> key) {
    Map<String, List<Seen>> index = new HashMap<>();
    for (Seen one : seen) {
      index.computeIfAbsent(key.apply(one), none -> new ArrayList<>()).add(one);
    }
    index.remove("");
    return index;
  }

  boolean hasGuid(String guid) {
    return byGuid.containsKey(guid);
  }

  List<Seen> withLink(String link) {
    return byLink.getOrDefault(link, List.of());
  }

  /** The one this key belongs to, of whichever kind it is; best the one that says the same. */
  Optional<Seen> find(String key, Keys keys) {
    Map<String, List<Seen>> index =
        key.equals(keys.guid()) ? byGuid : key.equals(keys.link()) ? byLink : byText;
    List<Seen> found = index.getOrDefault(key, List.of());
    return found.stream()
        .filter(seen -> seen.keys().text().equals(keys.text()))
        .findFirst()
        .or(() -> found.stream().findFirst());
  }

  /** Those with this text below their headlines. */
  List<Seen> withSummary(String summary) {
    return bySummary.getOrDefault(summary, List.of());
  }

  /** Whether several items had this text below their headlines. */
  boolean haveInCommon(String summary) {
    return withSummary(summary).stream().map(Seen::itemId).distinct().count() > 1;
  }
}
