package org.marsad.entity;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** The known entities, as {@code config/entities.yaml} states them. Immutable. */
public final class Catalogue {
  private static final int MAX_CODE_POINTS = 8_000_000;

  private final Definitions definitions;
  private final List<Entity> entities;
  private final NameIndex index;

  private Catalogue(Definitions definitions) {
    this.definitions = definitions;
    entities = definitions.entities().stream().map(Definition::entity).toList();
    index = new NameIndex(definitions);
  }

  /**
   * Reads the file; its head documents the schema.
   *
   * @throws CatalogueException naming file, line, entity and fault, of every fault that was found
   */
  public static Catalogue read(Path file) {
    String name = file.toString();
    Faults faults = new Faults(name);
    Node root = compose(file, faults);
    Definitions definitions =
        new DefinitionReader(Countries.ids()).read(new YamlPart(root, "", faults));
    new DefinitionCheck(definitions, faults).run();
    faults.raise();
    return new Catalogue(definitions);
  }

  private static Node compose(Path file, Faults faults) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_CODE_POINTS);
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      Node root = new Yaml(new SafeConstructor(options)).compose(in);
      if (root == null) {
        throw new CatalogueException(file + " is empty; it must list entities", null);
      }
      return root;
    } catch (MarkedYAMLException e) {
      faults.add(e.getProblemMark().getLine() + 1, "", "is no YAML: " + e.getProblem());
      faults.raise();
      throw e;
    } catch (IOException e) {
      throw new CatalogueException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** What the file states, for the tagger. */
  Definitions definitions() {
    return definitions;
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
   * The entities that a text typed by a person names: the whole text is a name or an alias of each,
   * in any spelling, conditions aside. Empty if it names none.
   */
  public List<Entity> named(String text) {
    return index.named(text);
  }
}
