package org.marsad.story;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What words have in common beyond their meaning: the class of events they tell, and the country a
 * place lies in. Two outlets choose other words of one class for one event. Immutable.
 */
final class Wider {
  /** Before the country that a body has in its name: «البنك المركزي المصري». */
  static final String OF = "OF:";

  private static final String CLASS = "CLASS:";
  private static final Map<String, Set<String>> CLASSES = new HashMap<>();
  private static final Map<String, Set<String>> COUNTRIES = new HashMap<>();

  static {
    for (List<String> line : Tables.lines("classes.txt")) {
      List<String> words =
          line.stream().skip(2).filter(word -> !word.startsWith(Tables.NOT)).toList();
      words.stream()
          .filter(word -> Lexicon.standard().id(word).matches("(SOFT|FUNC|SAY|NEAR|NEW|NOT):.*"))
          .filter(word -> !line.get(1).equals("soft"))
          .findFirst()
          .ifPresent(
              word -> {
                throw new IllegalStateException(
                    line.get(0) + " holds a word without a fact: " + word);
              });
      add(CLASSES, words, CLASS + line.get(0));
      line.stream()
          .filter(word -> word.startsWith(Tables.NOT))
          .map(word -> Lexicon.standard().id(word.substring(1)))
          .forEach(id -> takeOut(id, line.get(0)));
    }
    for (List<String> line : Tables.lines("places.txt")) {
      add(COUNTRIES, places(line), Lexicon.standard().id(line.get(0)));
    }
  }

  private Wider() {}

  private static void takeOut(String id, String name) {
    Set<String> classes = CLASSES.get(id);
    if (classes == null || !classes.remove(CLASS + name)) {
      throw new IllegalStateException(
          name + " does not hold " + id + ", so it cannot be taken out");
    }
  }

  /** The key of a class that the table has. */
  static String named(String name) {
    if (CLASSES.values().stream().noneMatch(classes -> classes.contains(CLASS + name))) {
      throw new IllegalStateException("classes.txt has no class " + name);
    }
    return CLASS + name;
  }

  /** Those that mean nothing else. */
  private static List<String> places(List<String> line) {
    return line.subList(1, line.size()).stream()
        .filter(word -> Lexicon.standard().id(word).matches("(GEO|CAPITAL|ACTOR):.*"))
        .toList();
  }

  private static void add(Map<String, Set<String>> wider, List<String> words, String name) {
    for (String word : words) {
      wider.computeIfAbsent(Lexicon.standard().id(word), first -> new HashSet<>()).add(name);
      Sense feminine = Lexicon.standard().exact(Tables.folded(word + "ة"));
      if (word.endsWith("ي") && feminine != null) {
        wider.computeIfAbsent(feminine.id(), first -> new HashSet<>()).add(name);
      }
    }
  }

  /** The classes of events that words of these meanings tell; none for most words. */
  static Set<String> classes(Set<String> keys) {
    return all(keys, CLASSES);
  }

  /** The countries that places of these meanings lie in. */
  static Set<String> countries(Set<String> keys) {
    return all(keys, COUNTRIES);
  }

  /**
   * The same, the countries it lies in if it is a place, and its roots, of all words of a passage.
   */
  static Set<String> of(Passage passage) {
    Set<String> wider = new HashSet<>();
    boolean surname = false;
    for (Atom atom : passage.atoms()) {
      wider.addAll(classes(atom.keys()));
      wider.addAll(countries(atom.keys()));
      wider.addAll(owners(atom.keys()));
      boolean given = People.isGiven(atom);
      if (!given && !surname) {
        roots(atom).forEach(root -> wider.add((isUnknown(atom) ? "?" : "=") + root));
      }
      surname = given;
    }
    return wider;
  }

  /** The countries that a body has in its name. */
  static Set<String> owners(Set<String> keys) {
    return keys.stream()
        .filter(key -> key.startsWith(OF))
        .map(key -> key.substring(OF.length()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a word of no table has the root of a word of the other, or the other way round. */
  static boolean isOfOneRoot(Atom atom, Set<String> wider) {
    return !People.isGiven(atom)
        && roots(atom).stream()
            .anyMatch(
                root ->
                    wider.contains("?" + root) || (isUnknown(atom) && wider.contains("=" + root)));
  }

  /** Whether some word of the other has its root. */
  static boolean shareRoot(Atom atom, Set<String> wider) {
    return !People.isGiven(atom)
        && roots(atom).stream()
            .anyMatch(root -> wider.contains("?" + root) || wider.contains("=" + root));
  }

  private static Set<String> roots(Atom atom) {
    boolean word = atom.entity() == null && Bases.isArabic(atom.form()) && !atom.kind().isMarker();
    return word ? Roots.of(atom.form()) : Set.of();
  }

  private static boolean isUnknown(Atom atom) {
    return atom.kind() == Kind.UNKNOWN;
  }

  private static Set<String> all(Set<String> keys, Map<String, Set<String>> wider) {
    Set<String> all = new HashSet<>();
    keys.forEach(key -> all.addAll(wider.getOrDefault(key, Set.of())));
    return all;
  }
}
