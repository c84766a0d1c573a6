package org.marsad.story;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One word or phrase of a report, as it is compared.
 *
 * @param keys what it can be matched by: its meaning, or for an unknown word what it may be an
 *     inflection of
 * @param form as folded, to be shown
 * @param entity the catalogue's entity it names, if any
 * @param part what its place in the sentence says
 * @param negated whether a negation governs it
 * @param conjoined whether a new clause begins with it
 */
record Atom(
    Kind kind,
    Set<String> keys,
    String form,
    @Nullable String entity,
    Syntax part,
    boolean negated,
    boolean conjoined) {

  /**
   * What the place of a word in the sentence says of it.
   *
   * @param place what stands before it makes of it
   * @param head for a people's name behind a noun, or a force's behind its member, what it belongs
   *     to; else empty
   * @param voice for an act, whether who does it stands before
   */
  record Syntax(Place place, Set<String> head, Voice voice) {
    static final Syntax NONE = new Syntax(Place.NONE, Set.of(), Voice.NONE);
  }

  /** How a word that says what happened stands to the names around it. */
  enum Voice {
    NONE,
    ACTIVE,
    PASSIVE
  }

  /** What a preposition makes of the word behind it. */
  enum Place {
    NONE,
    IN,
    ON,
    FROM,
    TO,
    WITH,
    BY,
    /** Behind what it was done with: by a bullet of, in a raid of. */
    MEANS,
    /** Who reports it. */
    SOURCE
  }

  /** The same as a word that adds no fact. */
  Atom softened() {
    return new Atom(Kind.SOFT, keys, form, null, part, negated, conjoined);
  }

  /** The same behind another preposition. */
  Atom at(Place place) {
    return new Atom(
        kind, keys, form, entity, new Syntax(place, part.head(), part.voice()), negated, conjoined);
  }

  Place place() {
    return part.place();
  }

  Set<String> head() {
    return part.head();
  }

  boolean shares(Set<String> others) {
    return keys.stream().anyMatch(others::contains);
  }

  /** Whether two words name the same; two entities of the catalogue do not, whatever they share. */
  boolean isSame(Atom other) {
    return entity != null && other.entity != null
        ? entity.equals(other.entity)
        : shares(other.keys);
  }

  /** Whether this one tells more closely what that one is: a people's name behind a noun. */
  boolean modifies(Atom other) {
    return part.head().stream().anyMatch(other.keys::contains);
  }

  /** The first of a list that names the same, or -1. */
  int indexIn(Iterable<Atom> atoms) {
    int index = 0;
    for (Atom atom : atoms) {
      if (isSame(atom)) {
        return index;
      }
      index++;
    }
    return -1;
  }
}
