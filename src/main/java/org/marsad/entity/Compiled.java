package org.marsad.entity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.entity.Condition.Flag;

/**
 * The catalogue and the program's tables of words, made into one lexicon with numbered aliases,
 * surnames, families and people. Contexts are numbered from 0, countries behind them. Immutable
 * once made.
 */
final class Compiled {
  final Lexicon lexicon = new Lexicon();
  final List<Alias> aliases = new ArrayList<>();
  final List<Surname> surnames = new ArrayList<>();

  /** When the phrases that name something else do so. */
  final List<Check> nots = new ArrayList<>();

  final List<Family> families = new ArrayList<>();

  /** By the number of the entity; null for what is no person. */
  final List<@Nullable Person> people = new ArrayList<>();

  final List<String> ids = new ArrayList<>();

  /** By the number of the entity. */
  final List<Entity.Group> groups = new ArrayList<>();

  private final Map<String, Integer> subjects = new HashMap<>();
  private final List<String> familyIds = new ArrayList<>();
  private int checks;

  Compiled(Definitions definitions, Vocabulary vocabulary) {
    definitions.entities().forEach(definition -> number(definition.entity()));
    definitions.contexts().keySet().forEach(id -> subjects.put(id, subjects.size()));
    definitions.contexts().forEach((id, words) -> lexicon.addAll(words, Role.CONTEXT, subject(id)));
    vocabulary.roles().forEach((role, words) -> lexicon.addAll(words, role, 0));
    new Countries(this).add(vocabulary.countries());
    families(definitions);
    definitions.entities().forEach(this::entity);
  }

  private void number(Entity entity) {
    ids.add(entity.id());
    groups.add(entity.group());
  }

  /** The number of a context or country. */
  int subject(String id) {
    return subjects.computeIfAbsent(id, any -> subjects.size());
  }

  private void families(Definitions definitions) {
    for (Map.Entry<String, FamilyRule> entry : definitions.families().entrySet()) {
      int number = families.size();
      familyIds.add(entry.getKey());
      families.add(new Family(number, owner(definitions, entry.getKey())));
      FamilyRule rule = entry.getValue();
      lexicon.addAll(rule.middle(), Role.MIDDLE, number);
      lexicon.addAll(rule.relatives(), Role.RELATIVE, number);
      surname(rule.surname(), number, null);
    }
  }

  private int owner(Definitions definitions, String family) {
    for (Definition definition : definitions.entities()) {
      PersonRule person = definition.person();
      if (person != null && person.family().equals(family) && !person.bare().isEmpty()) {
        return ids.indexOf(definition.entity().id());
      }
    }
    return -1;
  }

  private void surname(List<String> spellings, int family, @Nullable Check bare) {
    lexicon.addAll(spellings, Role.SURNAME, surnames.size());
    surnames.add(new Surname(family, bare));
  }

  private void entity(Definition definition) {
    String id = definition.entity().id();
    int number = ids.indexOf(id);
    definition.not().forEach(this::not);
    definition.aliases().forEach(rule -> alias(definition, rule, number));
    PersonRule person = definition.person();
    if (person == null) {
      people.add(null);
      alias(
          definition, new AliasRule(definition.unconditionalNames(), Condition.NONE, null), number);
      return;
    }
    int family = familyIds.indexOf(person.family());
    people.add(new Person(number, id, family, check(person.full())));
    lexicon.addAll(person.given(), Role.MEMBER, number);
    lexicon.addAll(person.rank(), Role.RANK, number);
    person.bare().forEach(rule -> surname(rule.spellings(), family, check(rule.condition())));
  }

  private void not(AliasRule rule) {
    lexicon.addAll(rule.spellings(), Role.NOT, nots.size());
    nots.add(check(rule.condition()));
  }

  private void alias(Definition definition, AliasRule rule, int number) {
    int of = rule.of() == null ? -1 : ids.indexOf(rule.of());
    Entity entity = definition.entity();
    Check check = check(rule.condition());
    lexicon.addAll(rule.spellings(), of < 0 ? Role.ALIAS : Role.HEAD, aliases.size());
    lexicon.addAll(rule.condition().rivals(), Role.RIVAL, check.number());
    if (check.has(Flag.ONLY)) {
      lexicon.addAll(rule.spellings(), Role.RIVAL, check.number());
    }
    aliases.add(new Alias(number, entity.id(), entity.group(), check, of));
  }

  private Check check(Condition condition) {
    return new Check(
        checks++,
        numbers(condition.countries()),
        numbers(condition.or()),
        numbers(condition.needs()),
        numbers(condition.unless()),
        numbers(condition.but()),
        numbers(condition.notBeside()),
        condition.languages(),
        condition.flags());
  }

  private BitSet numbers(Set<String> names) {
    BitSet numbers = new BitSet();
    names.forEach(name -> numbers.set(subject(name)));
    return numbers;
  }
}
