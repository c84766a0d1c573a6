package org.marsad.entity;

import java.util.List;
import java.util.Set;
import org.marsad.text.Language;

/**
 * When a spelling counts as naming an entity; {@code config/entities.yaml} documents each part.
 * Contexts and countries are named by their ids.
 */
record Condition(
    Set<String> countries,
    Set<String> or,
    Set<String> needs,
    Set<String> unless,
    Set<String> but,
    Set<String> notBeside,
    Set<Language> languages,
    Set<Flag> flags,
    List<String> rivals) {

  /** Marks that are set or not. */
  enum Flag {
    ONLY,
    FIRST_NAME,
    TRAVELS,
    PLACED,
    ADJECTIVE,
    ALONE
  }

  static final Condition NONE =
      new Condition(
          Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(),
          List.of());

  boolean has(Flag flag) {
    return flags.contains(flag);
  }
}
