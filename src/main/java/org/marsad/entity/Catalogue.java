package org.marsad.entity;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The known entities, as {@code config/entities.yaml} states them. Immutable. */
public final class Catalogue {
  private final List<Entity> entities;

  private Catalogue(List<Entity> entities) {
    this.entities = List.copyOf(entities);
  }

  /**
   * Reads the file.
   *
   * @throws CatalogueException naming file, line, entity and fault
   */
  public static Catalogue read(Path file) {
    return new Catalogue(List.of());
  }

  /** All, in the file's order. */
  public List<Entity> all() {
    return entities;
  }

  /** The one with this id. */
  public Optional<Entity> find(String id) {
    return entities.stream().filter(entity -> entity.id().equals(id)).findFirst();
  }

  /**
   * The entities that a text typed by a person names: the whole text is a name or an alias of each.
   * Empty if it names none.
   */
  public List<Entity> named(String text) {
    return List.of();
  }
}
