package org.marsad.app;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.marsad.story.Verdict.Relation;

/** Counts which reports were kept silent. For one thread. */
final class StoryTally {
  private static final List<String> SILENT_LABELS = List.of("copy", "same");

  private final Map<String, Map<Relation, Integer>> byLabel = new TreeMap<>();

  void count(String label, Relation relation) {
    byLabel
        .computeIfAbsent(label, first -> new EnumMap<>(Relation.class))
        .merge(relation, 1, Integer::sum);
  }

  /** A line for each label: how many of it got which answer. */
  List<String> rows() {
    return byLabel.entrySet().stream().map(StoryTally::row).toList();
  }

  private static String row(Map.Entry<String, Map<Relation, Integer>> label) {
    StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-14s", label.getKey()));
    for (Relation relation : Relation.values()) {
      int count = label.getValue().getOrDefault(relation, 0);
      row.append(String.format(Locale.ROOT, "  %s %4d", relation.answer(), count));
    }
    return row.toString();
  }

  /** What was kept silent, how much of it rightly, and how much of what should be. */
  String json() {
    int pairs = 0;
    int right = 0;
    int wrong = 0;
    int wanted = 0;
    for (Map.Entry<String, Map<Relation, Integer>> label : byLabel.entrySet()) {
      int all = label.getValue().values().stream().mapToInt(Integer::intValue).sum();
      int silent = all - label.getValue().getOrDefault(Relation.NEWS, 0);
      boolean rightly = SILENT_LABELS.contains(label.getKey());
      pairs += all;
      wanted += rightly ? all : 0;
      right += rightly ? silent : 0;
      wrong += rightly ? 0 : silent;
    }
    return String.format(
        Locale.ROOT,
        "{\"pairs\":%d,\"silent_precision\":%.4f,\"silent_recall\":%.4f,\"silenced_news\":%d}",
        pairs,
        share(right, right + wrong),
        share(right, wanted),
        wrong);
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
