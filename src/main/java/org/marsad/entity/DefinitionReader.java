package org.marsad.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.entity.Entity.Group;
import org.marsad.text.Language;

/** Reads the whole of the catalogue's file. What is wrong is noted as faults. One use. */
final class DefinitionReader {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern WIKIDATA = Pattern.compile("Q[1-9][0-9]*");
  private static final Set<String> KEYS =
      Set.of("id", "group", "wikidata", "names", "aliases", "not", "person");
  private static final Set<String> FAMILY_KEYS = Set.of("surname", "middle", "relatives");

  private final Set<String> countries;
  private final Map<String, FamilyRule> families = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private ConditionReader conditions = new ConditionReader(Set.of(), Set.of());

  /** Conditions may name these countries. */
  DefinitionReader(Set<String> countries) {
    this.countries = countries;
  }

  Definitions read(YamlPart root) {
    Map<String, YamlPart> map = root.map(Set.of("contexts", "families", "entities"));
    Map<String, List<String>> contexts = new LinkedHashMap<>();
    entries(map.get("contexts"))
        .forEach((id, part) -> contexts.put(id, ConditionReader.spellings(part)));
    conditions = new ConditionReader(contexts.keySet(), countries);
    entries(map.get("families"))
        .forEach((id, part) -> families.put(id, family(part.map(FAMILY_KEYS))));
    List<Definition> entities = new ArrayList<>();
    YamlPart list = map.get("entities");
    if (list == null || !list.isList()) {
      root.fault("'entities' is missing: the list of entities");
    } else {
      list.parts().forEach(part -> entities.add(entity(part.named(""))));
    }
    return new Definitions(contexts, families, entities);
  }

  private static Map<String, YamlPart> entries(@Nullable YamlPart part) {
    return part == null ? Map.of() : part.map();
  }

  private static FamilyRule family(Map<String, YamlPart> map) {
    return new FamilyRule(
        ConditionReader.spellings(map.get("surname")),
        ConditionReader.spellings(map.get("middle")),
        ConditionReader.spellings(map.get("relatives")));
  }

  private Definition entity(YamlPart unnamed) {
    YamlPart idPart = unnamed.map().get("id");
    String id = idPart == null ? "" : id(idPart);
    YamlPart part = unnamed.named(id);
    if (idPart == null) {
      part.fault("'id' is missing: a name in Latin letters, as in id: el-fasher");
    }
    Map<String, YamlPart> map = part.map(KEYS);
    Entity entity = new Entity(id, group(part, map), names(part, map), wikidata(map));
    PersonRule person = map.containsKey("person") ? person(map.get("person"), id) : null;
    return new Definition(
        entity, aliases(map.get("aliases")), aliases(map.get("not")), person, unnamed.line());
  }

  private List<AliasRule> aliases(@Nullable YamlPart list) {
    return list == null ? List.of() : list.parts().stream().map(conditions::alias).toList();
  }

  private String id(YamlPart part) {
    String id = part.text();
    if (!ID.matcher(id).matches()) {
      part.fault("id '" + id + "' must be Latin lower case, digits and hyphens: el-fasher");
    }
    Integer before = lines.putIfAbsent(id, part.line());
    if (before != null) {
      part.fault("id '" + id + "' stands in line " + before + " already");
    }
    return id;
  }

  private static Group group(YamlPart entity, Map<String, YamlPart> map) {
    YamlPart part = map.get("group");
    if (part == null) {
      entity.fault("'group' is missing: person, force, body or place");
      return Group.BODY;
    }
    try {
      return Group.valueOf(part.text().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      part.fault("'" + part.text() + "' is none of person, force, body, place");
      return Group.BODY;
    }
  }

  private static Map<Language, String> names(YamlPart entity, Map<String, YamlPart> map) {
    Map<Language, String> names = new LinkedHashMap<>();
    YamlPart part = map.get("names");
    if (part != null) {
      Map<String, YamlPart> byCode = part.map(Set.of("ar", "en", "fr"));
      for (Language language : Language.values()) {
        YamlPart name = byCode.get(language.code());
        if (name != null) {
          names.put(language, name.text());
        }
      }
    }
    if (names.getOrDefault(Language.AR, "").isBlank()) {
      entity.fault("the Arabic name is missing: names: {ar: الفاشر}");
    }
    return names;
  }

  private static @Nullable String wikidata(Map<String, YamlPart> map) {
    YamlPart part = map.get("wikidata");
    if (part == null) {
      return null;
    }
    if (!WIKIDATA.matcher(part.text()).matches()) {
      part.fault("'" + part.text() + "' is no id of Wikidata, such as Q79");
    }
    return part.text();
  }

  private PersonRule person(YamlPart part, String id) {
    Set<String> keys = new LinkedHashSet<>(ConditionReader.KEYS);
    keys.addAll(FAMILY_KEYS);
    keys.addAll(Set.of("family", "given", "bare", "rank"));
    Map<String, YamlPart> map = part.map(keys);
    String family = familyOf(part, map, id);
    List<String> given = ConditionReader.spellings(map.get("given"));
    if (given.isEmpty()) {
      part.fault("'given' is missing: the first names");
    }
    List<String> rank = ConditionReader.spellings(map.get("rank"));
    return new PersonRule(family, given, bare(map, family), rank, conditions.condition(map));
  }

  private String familyOf(YamlPart part, Map<String, YamlPart> map, String id) {
    YamlPart named = map.get("family");
    if (named != null) {
      if (!families.containsKey(named.text())) {
        named.fault("there is no family '" + named.text() + "'");
      }
      if (map.containsKey("surname") || map.containsKey("middle")) {
        part.fault("has 'family', so 'surname' and 'middle' belong to the family");
      }
      return named.text();
    }
    if (!map.containsKey("surname")) {
      part.fault("'surname' or 'family' is missing");
    }
    families.put(id, family(map));
    return id;
  }

  private List<AliasRule> bare(Map<String, YamlPart> map, String family) {
    YamlPart part = map.get("bare");
    if (part == null) {
      return List.of();
    }
    if (part.isText() && (part.text().equals("true") || part.text().equals("false"))) {
      FamilyRule rule = families.get(family);
      return ConditionReader.truth(part) && rule != null
          ? List.of(new AliasRule(rule.surname(), Condition.NONE, null))
          : List.of();
    }
    return aliases(part);
  }
}
