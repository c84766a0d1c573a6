package org.marsad.story;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the reports of the last 72 hours whose headlines have rare words in common with a new one.
 * A cache: the database is the truth. Thread-safe.
 */
final class StoryIndex {
  /** What stands in more headlines than this says little of an event. */
  private static final int MAX_COMMON = 400;

  private static final int MIN_SHARED = 2;
  private static final int MAX_CANDIDATES = 20;

  private final Map<String, List<Long>> byKey = new HashMap<>();
  private final Deque<Entry> entries = new ArrayDeque<>();

  private record Entry(long item, Instant at, Set<String> keys) {}

  /**
   * Adds a report by the keys of its headline, or by those of its changed headline too; those out
   * of the window are forgotten.
   */
  synchronized void add(long item, Instant at, Set<String> keys) {
    Set<String> unknown = new HashSet<>(keys);
    unknown.removeIf(key -> isIn(byKey.getOrDefault(key, List.of()), item));
    if (unknown.isEmpty()) {
      return;
    }
    entries.addLast(new Entry(item, at, Set.copyOf(unknown)));
    unknown.forEach(key -> byKey.computeIfAbsent(key, first -> new ArrayList<>()).add(item));
    Instant oldest = at.minus(Comparison.WINDOW);
    while (entries.getFirst().at().isBefore(oldest)) {
      forget(entries.removeFirst());
    }
  }

  /** Not looked for in what is too long to find candidates by. */
  private static boolean isIn(List<Long> items, long item) {
    return items.size() <= MAX_COMMON && items.contains(item);
  }

  private void forget(Entry entry) {
    for (String key : entry.keys()) {
      List<Long> items = byKey.getOrDefault(key, new ArrayList<>());
      items.remove(entry.item());
      if (items.isEmpty()) {
        byKey.remove(key);
      }
    }
  }

  /** The items with most rare keys in common, at most 20. */
  synchronized List<Long> candidates(Set<String> keys) {
    Map<Long, Double> weights = new HashMap<>();
    Map<Long, Integer> shared = new HashMap<>();
    for (String key : keys) {
      List<Long> items = byKey.getOrDefault(key, List.of());
      if (items.size() <= MAX_COMMON) {
        for (long item : items) {
          weights.merge(item, 1.0 / items.size(), Double::sum);
          shared.merge(item, 1, Integer::sum);
        }
      }
    }
    return weights.entrySet().stream()
        .filter(item -> shared.getOrDefault(item.getKey(), 0) >= MIN_SHARED)
        .sorted(
            Map.Entry.<Long, Double>comparingByValue()
                .reversed()
                .thenComparing(Comparator.comparing(Map.Entry::getKey)))
        .limit(MAX_CANDIDATES)
        .map(Map.Entry::getKey)
        .toList();
  }
}
