package org.marsad.watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.marsad.text.Folding;
import org.marsad.text.Token;

/**
 * Arabic names of one word: the countries of CLDR and the tables {@code places.txt} and {@code
 * names.txt}. A name takes no plural, dual, tanwin or pronoun, and a word that is a name is never
 * an inflection of another word (لبنان is not two of لبن). Beside them, what else of words no rule
 * can tell from their letters. Immutable.
 */
final class Names {
  private static final Set<String> PLACES = places();
  private static final Set<String> OTHERS = read(lines("names.txt"));
  private static final Set<String> WORDS = read(lines("words.txt"));
  private static final Set<String> PERSONS = read(lines("persons.txt"));

  /** The hashes of all of these but persons, their lowest bits. */
  private static final BitSet HASHES = new BitSet();

  private static final int LOWEST_BITS = 0x3FFF;

  static {
    for (Set<String> table : List.of(PLACES, OTHERS, WORDS)) {
      table.forEach(form -> HASHES.set(Stem.spread(form.hashCode()) & LOWEST_BITS));
    }
  }

  private Names() {}

  /** Whether a word of this {@link String#hashCode} may stand for itself; if not, none does. */
  static boolean mayStandForItself(int hash) {
    return HASHES.get(Stem.spread(hash) & LOWEST_BITS);
  }

  /** Whether a folded word is a name as it stands. */
  static boolean contains(String form) {
    return PLACES.contains(form) || OTHERS.contains(form);
  }

  /** Whether it is a name that has a nisba of its own. */
  static boolean hasNisba(String form) {
    return PLACES.contains(form) && !OTHERS.contains(form);
  }

  /** Whether a folded word is only ever itself: a name, or one of the table {@code words.txt}. */
  static boolean standsForItself(String form) {
    return contains(form) || WORDS.contains(form);
  }

  /** Whether it is a noun of people whose feminine is the same word with ة (وزير, وزيرة). */
  static boolean hasFeminine(String form) {
    return PERSONS.contains(form);
  }

  private static Set<String> places() {
    Set<String> names = new HashSet<>(read(RegionNames.countriesInArabic()));
    names.addAll(read(lines("places.txt")));
    return Set.copyOf(names);
  }

  private static Set<String> read(List<String> lines) {
    Set<String> names = new HashSet<>();
    lines.forEach(line -> add(names, line));
    return Set.copyOf(names);
  }

  private static void add(Set<String> names, String name) {
    List<Token> words = Folding.fold(name).tokens();
    if (words.size() == 1) {
      names.add(words.get(0).form());
    }
  }

  private static List<String> lines(String table) {
    try (InputStream in =
        Objects.requireNonNull(Names.class.getResourceAsStream(table), "no table " + table)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + table, e);
    }
  }
}
