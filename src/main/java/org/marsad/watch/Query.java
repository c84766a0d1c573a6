package org.marsad.watch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a watch looks for, as a tree. Immutable, and in one shape: {@link #all} and {@link #any}
 * leave no list within its like, no double and no order of their own, so queries that differ only
 * there are equal.
 */
public sealed interface Query {
  /** How freely a word may vary. */
  enum Form {
    /**
     * With everything Arabic writes onto a word, in its inflections, with its nisba: نفط, بالنفط,
     * النفطية.
     */
    ANY_FORM,
    /**
     * These words in this order, with what Arabic writes before the first: "وقف النار", لوقف النار.
     */
    THESE_WORDS,
    /** The very word and letter case: {@code =RSF}, {@code =نفط}. */
    EXACT
  }

  /** An item mentions this entity. */
  record OfEntity(String id) implements Query {}

  /**
   * A word or phrase stands in a field.
   *
   * @param text its words as typed, one space between; punctuation, marks and tatweel are dropped
   * @param form how freely they may vary
   */
  record Words(String text, Form form) implements Query {
    /** Puts the text in that shape. */
    public Words {
      text = Spelling.ofWords(text);
    }
  }

  /**
   * A word begins so, behind whatever Arabic writes onto it.
   *
   * @param stem its first letters, folded, at least {@link QueryParser#MIN_PREFIX_LETTERS}
   */
  record Prefix(String stem) implements Query {
    /** Folds the stem. */
    public Prefix {
      stem = Spelling.folded(stem);
    }
  }

  /**
   * Words stand close together in one field, in any order.
   *
   * @param words how many other words may stand between one and the next, 1 to {@link
   *     QueryParser#MAX_NEAR_WORDS}
   * @param parts two to {@link QueryParser#MAX_NEAR_PARTS}; each {@code Words}, {@code Prefix},
   *     {@code OfEntity}, or an {@code Any} of such
   */
  record Near(int words, List<Query> parts) implements Query {
    /** Copies the parts; their order means nothing, so it is the printed one. */
    public Near {
      if (parts.size() < 2 || parts.size() > QueryParser.MAX_NEAR_PARTS) {
        throw new IllegalArgumentException("near takes 2 to 5 parts, not " + parts.size());
      }
      parts = sorted(parts);
    }
  }

  /** The part holds in the headline alone. */
  record InTitle(Query part) implements Query {}

  /**
   * The item comes from a source whose title has these words, whose host is or ends in this, or
   * that is read at this very address.
   *
   * @param name as typed, without quotes
   */
  record FromSource(String name) implements Query {
    /** Drops what a quoted text cannot hold. */
    public FromSource {
      name = Spelling.quotable(name);
    }
  }

  /** The source writes in this language (ISO 639-1, lower case). */
  record InLanguage(String code) implements Query {}

  /** The source stands under this country (ISO 3166-1 alpha-2, lower case, or {@code int}). */
  record FromCountry(String code) implements Query {}

  /** Every one holds. Made by {@link Query#all}. */
  record All(List<Query> parts) implements Query {
    /** Copies the parts. */
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** At least one holds. Made by {@link Query#any}. */
  record Any(List<Query> parts) implements Query {
    /** Copies the parts. */
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /** It does not hold; only ever beside something that must. */
  record Not(Query part) implements Query {}

  /** A keyword or phrase as simple text means it. */
  static Query keyword(String text) {
    return new Words(text, Form.ANY_FORM);
  }

  /** Every one of these holds; at least one is needed. */
  static Query all(List<Query> parts) {
    Set<Query> flat = new LinkedHashSet<>();
    parts.forEach(part -> flat.addAll(part instanceof All all ? all.parts() : List.of(part)));
    return flat.size() == 1 ? flat.iterator().next() : new All(sorted(flat));
  }

  /** At least one of these holds; at least one is needed. */
  static Query any(List<Query> parts) {
    Set<Query> flat = new LinkedHashSet<>();
    parts.forEach(part -> flat.addAll(part instanceof Any any ? any.parts() : List.of(part)));
    return flat.size() == 1 ? flat.iterator().next() : new Any(sorted(flat));
  }

  /** This does not hold. */
  static Query not(Query part) {
    return part instanceof Not twice ? twice.part() : new Not(part);
  }

  /** This holds in the headline. */
  static Query inTitle(Query part) {
    return part instanceof InTitle ? part : new InTitle(part);
  }

  /** Calls for every part that has no parts itself. */
  default void forEachLeaf(Consumer<Query> leaf) {
    if (this instanceof All all) {
      all.parts().forEach(part -> part.forEachLeaf(leaf));
    } else if (this instanceof Any any) {
      any.parts().forEach(part -> part.forEachLeaf(leaf));
    } else if (this instanceof Near near) {
      near.parts().forEach(part -> part.forEachLeaf(leaf));
    } else if (this instanceof Not not) {
      not.part().forEachLeaf(leaf);
    } else if (this instanceof InTitle title) {
      title.part().forEachLeaf(leaf);
    } else {
      leaf.accept(this);
    }
  }

  private static List<Query> sorted(Iterable<Query> parts) {
    List<Query> sorted = new ArrayList<>();
    parts.forEach(sorted::add);
    sorted.sort(
        Comparator.comparing((Query part) -> part instanceof Not)
            .thenComparing(QueryPrinter::print));
    return List.copyOf(sorted);
  }
}
