package org.marsad.entity;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entity as the catalogue's file states it.
 *
 * @param not longer phrases that hold an alias but name something else
 * @param line where it begins in the file
 */
record Definition(
    Entity entity,
    List<AliasRule> aliases,
    List<AliasRule> not,
    @Nullable PersonRule person,
    int line) {
  /**
   * The names that are aliases without a condition: all, except those that stand among the aliases,
   * with the condition there. None of a person, who is found by the parts of the name.
   */
  List<String> unconditionalNames() {
    if (person != null) {
      return List.of();
    }
    Set<List<String>> spelt = new HashSet<>();
    aliases.forEach(rule -> rule.spellings().forEach(one -> spelt.addAll(Phrases.forms(one))));
    return entity.names().values().stream()
        .filter(name -> Collections.disjoint(spelt, Phrases.forms(name)))
        .toList();
  }
}
