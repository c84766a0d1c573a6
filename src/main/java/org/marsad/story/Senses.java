package org.marsad.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.story.Atom.Place;
import org.marsad.text.Token;

/** Finds what words and phrases of a text mean, in any inflection. Immutable. */
final class Senses {
  private static final int MIN_BASE = 3;
  private static final Lexicon LEXICON = Lexicon.standard();
  private static final Map<String, Place> PREPOSITIONS = prepositions();

  private Senses() {}

  /**
   * A phrase that was found.
   *
   * @param words how many words it has
   */
  record Phrase(Sense sense, int words) {}

  /** The longest phrase of the tables that begins at a word, or null. */
  static @Nullable Phrase phrase(List<Token> tokens, int index) {
    for (String stem : Bases.stems(tokens.get(index))) {
      for (String base : Bases.of(stem)) {
        boolean near = base.equals(stem) || base.length() > MIN_BASE;
        Phrase found = near && LEXICON.opens(base) ? longest(tokens, index, base) : null;
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static @Nullable Phrase longest(List<Token> tokens, int index, String first) {
    Phrase found = null;
    StringBuilder exact = new StringBuilder(first);
    StringBuilder definite = new StringBuilder(first);
    StringBuilder bare = new StringBuilder(first);
    for (int words = 2; words <= Math.min(LEXICON.longest(), tokens.size() - index); words++) {
      String form = tokens.get(index + words - 1).form();
      exact.append(' ').append(form);
      definite.append(' ').append(form.startsWith("ال") ? form : "ال" + form);
      bare.append(' ').append(Bases.bare(form));
      Sense sense = LEXICON.exact(exact.toString());
      sense = sense == null ? LEXICON.exact(definite.toString()) : sense;
      sense = sense == null ? LEXICON.exact(bare.toString()) : sense;
      found = sense == null ? found : new Phrase(sense, words);
    }
    return found;
  }

  /** What a single word means: as it stands in a table, else as an inflection; or null. */
  static @Nullable Sense of(Token token) {
    Sense capitals = LEXICON.exact(token.written() + Lexicon.CAPITALS);
    if (capitals != null) {
      return capitals;
    }
    List<String> stems = Bases.stems(token);
    for (String stem : stems) {
      Sense sense = LEXICON.exact(stem);
      if (sense != null) {
        return sense;
      }
    }
    return inflected(stems);
  }

  private static @Nullable Sense inflected(List<String> stems) {
    for (String stem : stems) {
      for (String base : Bases.of(stem)) {
        Sense sense = base.length() < MIN_BASE ? null : LEXICON.exact(base);
        if (sense != null && !isCalendar(sense)) {
          return sense;
        }
      }
    }
    return null;
  }

  /** Days and months have no inflections. */
  private static boolean isCalendar(Sense sense) {
    return sense.kind() == Kind.DAY || sense.kind() == Kind.MONTH;
  }

  /** Whether a folded word stands in a table as it is. */
  static boolean known(String form) {
    return LEXICON.exact(form) != null;
  }

  /** What a word makes of the name behind it; NONE for all but prepositions. */
  static Place preposition(Token token) {
    return PREPOSITIONS.getOrDefault(token.form(), Place.NONE);
  }

  private static Map<String, Place> prepositions() {
    Map<String, Place> places = new HashMap<>();
    for (List<String> line : Tables.lines("prepositions.txt")) {
      Place place = Place.valueOf(line.get(0));
      line.subList(1, line.size()).forEach(word -> places.put(Tables.folded(word), place));
    }
    return Map.copyOf(places);
  }
}
