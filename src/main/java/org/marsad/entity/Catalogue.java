package org.marsad.entity;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
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
  private final Map<String, Entity> byId;
  private final NameIndex index;
  private final String fingerprint;

  private Catalogue(Definitions definitions, String fingerprint) {
    this.definitions = definitions;
    this.fingerprint = fingerprint;
    entities = definitions.entities().stream().map(Definition::entity).toList();
    byId = entities.stream().collect(Collectors.toUnmodifiableMap(Entity::id, entity -> entity));
    index = new NameIndex(definitions);
  }

  /**
   * Reads the file; its head documents the schema.
   *
   * @throws CatalogueException naming file, line, entity and fault, of every fault that was found
   */
  public static Catalogue read(Path file) {
    return parsed(file, text(file));
  }

  /**
   * This one, if the file still says what this was made of, or else the file read.
   *
   * @throws CatalogueException as {@link #read} does
   */
  public Catalogue asOf(Path file) {
    String text = text(file);
    return fingerprint(text).equals(fingerprint) ? this : parsed(file, text);
  }

  private static Catalogue parsed(Path file, String text) {
    Faults faults = new Faults(file.toString());
    Node root = compose(file, text, faults);
    Definitions definitions =
        new DefinitionReader(Countries.ids()).read(new YamlPart(root, "", faults));
    new DefinitionCheck(definitions, faults).run();
    faults.raise();
    return new Catalogue(definitions, fingerprint(text));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new CatalogueException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static String fingerprint(String text) {
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return text.length() + "-" + Long.toHexString(sum.getValue());
  }

  private static Node compose(Path file, String text, Faults faults) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_CODE_POINTS);
    try {
      Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
      if (root == null) {
        throw new CatalogueException(file + " is empty; it must list entities", null);
      }
      return root;
    } catch (MarkedYAMLException e) {
      faults.add(e.getProblemMark().getLine() + 1, "", "is no YAML: " + e.getProblem());
      faults.raise();
      throw e;
    }
  }

  /** What the file states, for the tagger. */
  Definitions definitions() {
    return definitions;
  }

  /** Says which file it was read from, by its content: what another file finds may differ. */
  public String fingerprint() {
    return fingerprint;
  }

  /** All, in the file's order. */
  public List<Entity> all() {
    return entities;
  }

  /** The one with this id. */
  public Optional<Entity> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * The entities that a text typed by a person names: the whole text is a name or an alias of each,
   * in any spelling, conditions aside. Empty if it names none.
   */
  public List<Entity> named(String text) {
    return index.named(text);
  }
}
