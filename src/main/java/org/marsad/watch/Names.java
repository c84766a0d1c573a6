package org.marsad.watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.marsad.text.Folding;
import org.marsad.text.Token;

/**
 * Arabic names of one word: the countries of CLDR and the table {@code names.txt}. A name takes no
 * plural, dual, tanwin or pronoun, and a word that is a name is never an inflection of another word
 * (لبنان is not two of لبن). Immutable.
 */
final class Names {
  private static final Set<String> NAMES = read();

  private Names() {}

  /** Whether a folded word is a name as it stands. */
  static boolean contains(String form) {
    return NAMES.contains(form);
  }

  private static Set<String> read() {
    Set<String> names = new HashSet<>();
    RegionNames.countriesInArabic().forEach(name -> add(names, name));
    lines().forEach(name -> add(names, name));
    return Set.copyOf(names);
  }

  private static void add(Set<String> names, String name) {
    List<Token> words = Folding.fold(name).tokens();
    if (words.size() == 1) {
      names.add(words.get(0).form());
    }
  }

  private static List<String> lines() {
    try (InputStream in =
        Objects.requireNonNull(Names.class.getResourceAsStream("names.txt"), "no names.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read names.txt", e);
    }
  }
}
