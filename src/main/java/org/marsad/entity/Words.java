package org.marsad.entity;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.marsad.text.Lines;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The program's own tables of words, which lie beside the classes. Spellings are expanded. */
final class Words {
  private Words() {}

  /** The table {@code words.yaml}: spellings by what they are to a name. */
  static Map<Role, List<String>> roles() {
    Map<Role, List<String>> roles = new LinkedHashMap<>();
    try (Reader in = open("words.yaml")) {
      Map<String, List<Object>> table = yaml().load(in);
      for (Role role : Role.values()) {
        List<Object> patterns = table.get(role.key());
        if (patterns != null) {
          roles.put(role, expand(patterns));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read words.yaml", e);
    }
    roles.put(Role.GIVEN, givenNames());
    return roles;
  }

  /** The table {@code countries.yaml}: id, then names, people and cities. */
  static Map<String, Map<String, List<Object>>> countries() {
    try (Reader in = open("countries.yaml")) {
      return yaml().load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read countries.yaml", e);
    }
  }

  static List<String> expand(List<Object> patterns) {
    List<String> spellings = new ArrayList<>();
    patterns.forEach(pattern -> spellings.addAll(Spellings.of(String.valueOf(pattern))));
    return spellings;
  }

  private static List<String> givenNames() {
    return Lines.of(Words.class, "given-names.txt").stream()
        .flatMap(line -> Arrays.stream(line.split(" ")))
        .flatMap(pattern -> Spellings.of(pattern.replace('_', ' ')).stream())
        .toList();
  }

  private static Yaml yaml() {
    return new Yaml(new SafeConstructor(new LoaderOptions()));
  }

  private static Reader open(String table) {
    InputStream in =
        Objects.requireNonNull(Words.class.getResourceAsStream(table), "no table " + table);
    return new InputStreamReader(in, StandardCharsets.UTF_8);
  }
}
