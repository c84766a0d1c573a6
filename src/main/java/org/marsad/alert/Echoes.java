package org.marsad.alert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * What later reports of the same events add to alerts: their outlets, and the watches that only
 * they hit. They are the rows of the outbox that edit an alert, also those that have nothing to
 * edit since it is told together with others.
 */
final class Echoes {
  static final Echoes NONE = new Echoes();

  private final Map<Long, Set<String>> outlets = new HashMap<>();
  private final Map<Long, List<Alert.Found>> found = new HashMap<>();

  private Echoes() {}

  private record Row(long alert, String outlet, boolean ofTheSame, List<Alert.Found> found) {}

  /** Those of these alerts. */
  static Echoes of(Handle handle, Collection<Long> alerts) {
    Echoes echoes = new Echoes();
    for (List<Long> some : Outbox.parts(List.copyOf(alerts))) {
      handle
          .createQuery(
              """
              SELECT o.edits, o.hits, f.title, i.feed_id = first.feed_id AS of_the_same FROM outbox o
              JOIN items i ON i.id = o.item_id JOIN feeds f ON f.id = i.feed_id
              JOIN outbox e ON e.id = o.edits JOIN items first ON first.id = e.item_id
              WHERE o.edits IN (<ids>) ORDER BY o.id""")
          .bindList("ids", some)
          .map(
              (row, context) ->
                  new Row(
                      row.getLong("edits"),
                      row.getString("title"),
                      row.getBoolean("of_the_same"),
                      RowJson.found(row.getString("hits"))))
          .forEach(echoes::add);
    }
    return echoes;
  }

  /** These alerts with what belongs to each. */
  static List<Alert> in(Handle handle, List<Alert> alerts) {
    Echoes echoes = of(handle, alerts.stream().map(Alert::id).toList());
    return alerts.stream().map(echoes::in).toList();
  }

  private void add(Row row) {
    if (!row.ofTheSame()) {
      outlets.computeIfAbsent(row.alert(), alert -> new LinkedHashSet<>()).add(row.outlet());
    }
    found.computeIfAbsent(row.alert(), alert -> new ArrayList<>()).addAll(row.found());
  }

  /** An alert with what belongs to it. */
  Alert in(Alert alert) {
    return new Alert(
        alert.id(),
        alert.chat(),
        alert.item(),
        alert.outlet(),
        all(alert.id(), alert.found()),
        List.copyOf(outlets.getOrDefault(alert.id(), Set.of())));
  }

  /** What an alert's own item hit, then what only the others hit: their places are not in it. */
  List<Alert.Found> all(long alert, List<Alert.Found> own) {
    List<Alert.Found> all = new ArrayList<>(own);
    Set<Long> named = own.stream().map(Alert.Found::watch).collect(Collectors.toSet());
    for (Alert.Found one : found.getOrDefault(alert, List.of())) {
      if (named.add(one.watch())) {
        all.add(new Alert.Found(one.watch(), one.label(), List.of()));
      }
    }
    return all;
  }
}
