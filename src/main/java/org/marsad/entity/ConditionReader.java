package org.marsad.entity;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.entity.Condition.Flag;
import org.marsad.text.Language;

/** Reads aliases and the conditions on them, and expands spellings. One thread. */
final class ConditionReader {
  /** The keys of a condition. */
  static final Set<String> KEYS =
      Set.of(
          "country",
          "or",
          "needs",
          "unless",
          "but",
          "not_beside",
          "lang",
          "only",
          "rivals",
          "first_name",
          "travels",
          "placed",
          "adjective",
          "alone");

  private final Set<String> contexts;
  private final Set<String> countries;

  /** Knows the ids of these contexts and countries. */
  ConditionReader(Set<String> contexts, Set<String> countries) {
    this.contexts = contexts;
    this.countries = countries;
  }

  /** A plain spelling, or a map of spellings and conditions. */
  AliasRule alias(YamlPart part) {
    if (part.isText()) {
      return new AliasRule(spellings(part), Condition.NONE, null);
    }
    Set<String> keys = new LinkedHashSet<>(KEYS);
    keys.addAll(Set.of("is", "of"));
    Map<String, YamlPart> map = part.map(keys);
    YamlPart is = map.get("is");
    if (is == null) {
      part.fault("'is' is missing: the spellings, as in {is: [RSF], country: sudan}");
      return new AliasRule(List.of(), Condition.NONE, null);
    }
    YamlPart of = map.get("of");
    return new AliasRule(spellings(is), condition(map), of == null ? null : of.text());
  }

  /** The condition that a map's keys state. */
  Condition condition(Map<String, YamlPart> map) {
    return new Condition(
        named(map.get("country"), countries, "country (see countries.yaml)"),
        either(map.get("or")),
        either(map.get("needs")),
        either(map.get("unless")),
        either(map.get("but")),
        either(map.get("not_beside")),
        languages(map.get("lang")),
        flags(map),
        spellings(map.get("rivals")));
  }

  /** Every spelling that the texts of a part stand for. */
  static List<String> spellings(@Nullable YamlPart part) {
    if (part == null) {
      return List.of();
    }
    Set<String> all = new LinkedHashSet<>();
    for (YamlPart text : part.parts()) {
      try {
        List<String> spellings = Spellings.of(text.text());
        if (spellings.stream().anyMatch(Phrases::isEmpty)) {
          text.fault("'" + text.text() + "' has a spelling without letters");
        }
        all.addAll(spellings);
      } catch (IllegalArgumentException e) {
        text.fault(String.valueOf(e.getMessage()));
      }
    }
    return List.copyOf(all);
  }

  private Set<String> either(@Nullable YamlPart part) {
    Set<String> known = new LinkedHashSet<>(contexts);
    known.addAll(countries);
    return named(part, known, "context or country");
  }

  private static Set<String> named(@Nullable YamlPart part, Set<String> known, String what) {
    if (part == null) {
      return Set.of();
    }
    Set<String> ids = new LinkedHashSet<>();
    for (YamlPart text : part.parts()) {
      if (!known.contains(text.text())) {
        text.fault("there is no " + what + " '" + text.text() + "'");
      }
      ids.add(text.text());
    }
    return ids;
  }

  private static Set<Language> languages(@Nullable YamlPart part) {
    Set<Language> languages = EnumSet.noneOf(Language.class);
    for (YamlPart code : part == null ? List.<YamlPart>of() : part.parts()) {
      try {
        languages.add(Language.valueOf(code.text().toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        code.fault("'" + code.text() + "' is none of ar, en, fr");
      }
    }
    return languages;
  }

  private static Set<Flag> flags(Map<String, YamlPart> map) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    for (Flag flag : Flag.values()) {
      YamlPart part = map.get(flag.name().toLowerCase(Locale.ROOT));
      if (part != null && truth(part)) {
        flags.add(flag);
      }
    }
    return flags;
  }

  /** Whether a part says true. */
  static boolean truth(YamlPart part) {
    String text = part.text();
    if (!text.equals("true") && !text.equals("false")) {
      part.fault("must be true or false");
    }
    return text.equals("true");
  }
}
