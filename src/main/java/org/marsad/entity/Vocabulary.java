package org.marsad.entity;

import java.util.List;
import java.util.Map;

/**
 * The words the tagger knows besides the catalogue.
 *
 * @param roles spellings by what they are to a name
 * @param countries id, then names, people and cities; spellings not yet expanded
 */
record Vocabulary(Map<Role, List<String>> roles, Map<String, Map<String, List<Object>>> countries) {
  /** The program's own. */
  static Vocabulary own() {
    return new Vocabulary(Words.roles(), Words.countries());
  }
}
