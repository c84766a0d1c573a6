package org.marsad.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marsad.text.Folding;
import org.marsad.text.Token;

/** Which entities a whole text is a name of. Immutable. */
final class NameIndex {
  private final Map<List<String>, List<Entity>> byName = new HashMap<>();

  NameIndex(Definitions definitions) {
    for (Definition definition : definitions.entities()) {
      Entity entity = definition.entity();
      entity.names().values().forEach(name -> add(name, entity));
      definition.aliases().stream()
          .filter(rule -> rule.of() == null)
          .forEach(rule -> rule.spellings().forEach(spelling -> add(spelling, entity)));
      PersonRule person = definition.person();
      if (person != null) {
        person(person, definitions.families(), entity);
      }
    }
  }

  private void person(PersonRule person, Map<String, FamilyRule> families, Entity entity) {
    List<String> surnames = new ArrayList<>();
    FamilyRule family = families.get(person.family());
    if (family != null) {
      surnames.addAll(family.surname());
    }
    for (AliasRule rule : person.bare()) {
      rule.spellings().forEach(spelling -> add(spelling, entity));
      surnames.addAll(rule.spellings());
    }
    for (String given : person.given()) {
      surnames.forEach(surname -> add(given + " " + surname, entity));
    }
  }

  private void add(String name, Entity entity) {
    for (List<String> forms : Phrases.forms(name)) {
      List<Entity> named = byName.computeIfAbsent(forms, any -> new ArrayList<>(1));
      if (!named.contains(entity)) {
        named.add(entity);
      }
    }
  }

  List<Entity> named(String text) {
    List<String> forms = Folding.fold(text).tokens().stream().map(Token::form).toList();
    return List.copyOf(byName.getOrDefault(forms, List.of()));
  }
}
