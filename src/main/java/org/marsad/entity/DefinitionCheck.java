package org.marsad.entity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks what can only be seen across entities. One use. */
final class DefinitionCheck {
  private final Definitions definitions;
  private final Faults faults;

  DefinitionCheck(Definitions definitions, Faults faults) {
    this.definitions = definitions;
    this.faults = faults;
  }

  void run() {
    Set<String> ids = new HashSet<>();
    definitions.entities().forEach(definition -> ids.add(definition.entity().id()));
    definitions.entities().forEach(definition -> heads(definition, ids));
    owners();
    aliases();
  }

  private void heads(Definition definition, Set<String> ids) {
    for (AliasRule rule : definition.aliases()) {
      if (rule.of() != null && !ids.contains(rule.of())) {
        fault(definition, "aliases: of: there is no entity '" + rule.of() + "'");
      }
    }
  }

  private void owners() {
    Map<String, String> owners = new HashMap<>();
    for (Definition definition : definitions.entities()) {
      PersonRule person = definition.person();
      if (person != null && !person.bare().isEmpty()) {
        String before = owners.putIfAbsent(person.family(), definition.entity().id());
        if (before != null) {
          fault(definition, "person: bare: the bare surname is " + before + "'s already");
        }
      }
    }
  }

  /** One spelling may not always name two entities. */
  private void aliases() {
    Map<List<String>, String> namedBy = new HashMap<>();
    for (Definition definition : definitions.entities()) {
      String id = definition.entity().id();
      definition.unconditionalNames().forEach(name -> alias(definition, id, name, namedBy));
      for (AliasRule rule : definition.aliases()) {
        if (rule.condition().equals(Condition.NONE) && rule.of() == null) {
          rule.spellings().forEach(spelling -> alias(definition, id, spelling, namedBy));
        }
      }
    }
  }

  private void alias(
      Definition definition, String id, String spelling, Map<List<String>, String> namedBy) {
    for (List<String> forms : Phrases.forms(spelling)) {
      String before = namedBy.putIfAbsent(forms, id);
      if (before != null && !before.equals(id)) {
        fault(
            definition,
            "aliases: '" + spelling + "' always names " + before + " too; give one a condition");
        return;
      }
    }
  }

  private void fault(Definition definition, String what) {
    faults.add(definition.line(), definition.entity().id(), what);
  }
}
