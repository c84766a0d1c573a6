package org.marsad.story;

import java.util.Set;
import java.util.stream.Collectors;
import org.marsad.entity.Catalogue;
import org.marsad.entity.Entity;

/**
 * The ids of the catalogue's entities of which the comparison must know what they are.
 *
 * @param places where things happen
 * @param people who may have a title before the name
 */
record Known(Set<String> places, Set<String> people) {
  static Known of(Catalogue catalogue) {
    return new Known(ids(catalogue, Entity.Group.PLACE), ids(catalogue, Entity.Group.PERSON));
  }

  private static Set<String> ids(Catalogue catalogue, Entity.Group group) {
    return catalogue.all().stream()
        .filter(entity -> entity.group() == group)
        .map(Entity::id)
        .collect(Collectors.toUnmodifiableSet());
  }
}
