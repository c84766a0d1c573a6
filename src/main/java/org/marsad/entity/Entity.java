package org.marsad.entity;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.text.Language;

/**
 * Somebody or something the catalogue knows.
 *
 * @param id its key, Latin lower case with hyphens: {@code saddam-haftar}; stored, so it never
 *     changes
 * @param group under which it is browsed
 * @param names what it is called in each language; Arabic is always there
 * @param wikidata its id in Wikidata ({@code Q79}), where it is known for sure
 */
public record Entity(
    String id, Group group, Map<Language, String> names, @Nullable String wikidata) {
  /** Copies the names. */
  public Entity {
    names = Map.copyOf(names);
  }

  /** What the catalogue is divided into. */
  public enum Group {
    PERSON,
    FORCE,
    BODY,
    PLACE
  }

  /** The name in a language, the Arabic one where it has none. */
  public String name(Language language) {
    String arabic = names.getOrDefault(Language.AR, id);
    return names.getOrDefault(language, arabic);
  }
}
