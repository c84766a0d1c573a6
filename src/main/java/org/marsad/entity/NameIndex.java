package org.marsad.entity;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.text.Folding;
import org.marsad.text.Token;

/** Which entities a whole text is a name of. Immutable once made. */
final class NameIndex {
  private final Map<List<String>, Set<Entity>> wholes = new HashMap<>();
  private final Map<List<String>, Set<Entity>> firsts = new HashMap<>();
  private final Map<List<String>, Set<Entity>> surnames = new HashMap<>();

  NameIndex(Definitions definitions) {
    for (Definition definition : definitions.entities()) {
      Entity entity = definition.entity();
      add(wholes, entity.names().values(), entity);
      definition.aliases().stream()
          .filter(rule -> rule.of() == null)
          .forEach(rule -> add(wholes, rule.spellings(), entity));
      PersonRule person = definition.person();
      if (person != null) {
        person(person, definitions.families().get(person.family()), entity);
      }
    }
  }

  private void person(PersonRule person, @Nullable FamilyRule family, Entity entity) {
    add(firsts, person.given(), entity);
    if (family != null) {
      add(surnames, family.surname(), entity);
    }
    for (AliasRule rule : person.bare()) {
      add(wholes, rule.spellings(), entity);
      add(surnames, rule.spellings(), entity);
    }
  }

  private static void add(
      Map<List<String>, Set<Entity>> index, Collection<String> names, Entity entity) {
    for (String name : names) {
      for (List<String> forms : Phrases.forms(name)) {
        index.computeIfAbsent(forms, any -> new LinkedHashSet<>(1)).add(entity);
      }
    }
  }

  List<Entity> named(String text) {
    List<String> forms = Folding.fold(text).tokens().stream().map(Token::form).toList();
    Set<Entity> named = new LinkedHashSet<>(wholes.getOrDefault(forms, Set.of()));
    for (int i = 1; i < forms.size(); i++) {
      Set<Entity> both = new LinkedHashSet<>(firsts.getOrDefault(forms.subList(0, i), Set.of()));
      both.retainAll(surnames.getOrDefault(forms.subList(i, forms.size()), Set.of()));
      named.addAll(both);
    }
    return List.copyOf(named);
  }
}
