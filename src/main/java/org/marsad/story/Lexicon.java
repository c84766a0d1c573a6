package org.marsad.story;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The meanings of words and phrases, Arabic, English and French. Immutable. */
final class Lexicon {
  /** Behind a word of the tables: only when written in capitals. */
  static final String CAPITALS = "^";

  /** Begins the meaning of an actor who is a person. */
  static final String PERSON = "PERSON:";

  private static final Lexicon STANDARD = new Lexicon();

  private final Map<String, Sense> senses = new HashMap<>();
  private final Set<String> openings = new HashSet<>();
  private int longest = 1;

  private Lexicon() {
    read("words_ar.txt");
    read("words_en.txt");
    read("words_fr.txt");
    read("days.txt");
    read("words_common.txt");
    readWider();
  }

  static Lexicon standard() {
    return STANDARD;
  }

  /** The meaning of a word of the tables; of a capital, the town itself. */
  String id(String word) {
    Sense sense = Objects.requireNonNull(exact(Tables.folded(word)), word);
    return sense.capital().isEmpty() ? sense.id() : sense.capital();
  }

  /** The most words a phrase has. */
  int longest() {
    return longest;
  }

  /** What a folded word or phrase means as it stands in a table, its article left off or not. */
  @Nullable Sense exact(String phrase) {
    return senses.get(phrase);
  }

  /** Whether phrases begin with the word. */
  boolean opens(String word) {
    return openings.contains(word);
  }

  private void read(String table) {
    for (List<String> line : Tables.lines(table)) {
      boolean single = line.get(0).equals("nouns") || line.get(0).equals("again");
      boolean person = line.get(0).equals("person");
      Kind kind =
          line.get(0).equals("nouns")
              ? Kind.NOUN
              : person ? Kind.ACTOR : Kind.valueOf(line.get(0).toUpperCase(Locale.ROOT));
      String id = "";
      boolean capitals = false;
      for (String word : line.subList(1, line.size())) {
        if (word.equals("=")) {
          capitals = true;
          continue;
        }
        String folded = Tables.folded(word.startsWith("@") ? word.substring(1) : word);
        if (word.startsWith("@")) {
          id = Objects.requireNonNull(senses.get(folded), word).id();
          continue;
        }
        if (word.endsWith(CAPITALS)) {
          folded = word;
        }
        id = id.isEmpty() || single ? (person ? PERSON : kind + ":") + folded : id;
        put(folded, new Sense(kind, id, capitals ? "CAPITAL:" + folded : ""));
      }
    }
  }

  /** The words of classes and the places that stand in no other table, each with its meaning. */
  private void readWider() {
    for (List<String> line : Tables.lines("classes.txt")) {
      Kind kind = Kind.valueOf(line.get(1).toUpperCase(Locale.ROOT));
      for (String word : line.subList(2, line.size())) {
        String folded = Tables.folded(word);
        if (!word.startsWith(Tables.NOT) && !senses.containsKey(folded)) {
          put(folded, new Sense(kind, kind + ":" + folded, ""));
        }
      }
    }
    for (List<String> line : Tables.lines("places.txt")) {
      for (String word : line.subList(1, line.size())) {
        String folded = Tables.folded(word);
        senses.putIfAbsent(folded, new Sense(Kind.GEO, Kind.GEO + ":" + folded, ""));
        opens(folded.split(" "), folded);
      }
    }
  }

  private void put(String folded, Sense sense) {
    senses.putIfAbsent(folded, sense);
    String bare = Bases.bare(folded);
    if (bare.length() > 2) {
      senses.putIfAbsent(bare, sense);
    }
    opens(bare.split(" "), folded);
  }

  private void opens(String[] words, String folded) {
    longest = Math.max(longest, words.length);
    if (words.length > 1) {
      openings.add(words[0]);
      openings.add(folded.split(" ")[0]);
    }
  }
}
