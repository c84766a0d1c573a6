package org.marsad.story;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.story.Atom.Place;
import org.marsad.story.Atom.Voice;
import org.marsad.text.Proclitics;
import org.marsad.text.Reading;
import org.marsad.text.Token;

/** What the form of a word says of its part in the sentence. Pure functions. */
final class Grammar {
  private static final Set<String> AND = Set.of("and", "et", "و");
  private static final Set<String> WEAPONS =
      Set.of("NOUN:رصاص", "NOUN:صاروخ", "NOUN:مسيره", "NOUN:قذيفه", "NOUN:نيران");

  private static final Set<String> PARTICIPLE = Set.of("é", "ée", "és", "ées", "us");
  private static final Set<String> FRENCH_OBJECT =
      Set.of("un", "une", "le", "la", "les", "l", "des", "deux", "trois");
  private static final Set<String> FRENCH_HAVE = Set.of("a", "ont", "avoir", "ayant");

  private static final Set<Kind> BEHIND_PASSIVE = Set.of(Kind.FUNC, Kind.NEAR, Kind.SIDE);

  private Grammar() {}

  /** What the preposition written with a word makes of it: ب IN, ل TO. */
  static Place proclitic(Token token) {
    for (Reading reading : Proclitics.of(token)) {
      if (Senses.known(Bases.bare(reading.base()))) {
        if (reading.proclitics().endsWith("ب")) {
          return Place.IN;
        }
        if (reading.proclitics().endsWith("ل")) {
          return Place.TO;
        }
      }
    }
    return Place.NONE;
  }

  /** Whether a verb has the س of the future before it. */
  static boolean isFuture(Token token) {
    return Bases.of(token.form()).stream().noneMatch(Senses::known)
        && Proclitics.of(token).stream().anyMatch(reading -> reading.proclitics().endsWith("س"));
  }

  /** Whether the word stands between two that do the same. */
  static boolean isAnd(String form) {
    return AND.contains(form);
  }

  /** Whether a new clause begins with the word. */
  static boolean isConjoined(Token token) {
    String form = token.form();
    return AND.contains(form) || (form.startsWith("و") && form.length() > 3 && !Senses.known(form));
  }

  /** «برصاص», «بغارة»: who did it stands behind such a word. */
  static boolean isMeans(Kind kind, @Nullable Sense sense) {
    return kind == Kind.ACT || (sense != null && WEAPONS.contains(sense.id()));
  }

  /** A verb in the present is active; one in -ed is not, if at most a preposition follows. */
  static Voice voice(List<Token> tokens, int index) {
    Token token = tokens.get(index);
    if (Bases.isArabic(token.form())) {
      boolean present = Bases.stems(token).stream().anyMatch(Grammar::isPresent);
      return present ? Voice.ACTIVE : Voice.NONE;
    }
    return index == 0 ? Voice.NONE : latinVoice(tokens, index);
  }

  private static Voice latinVoice(List<Token> tokens, int index) {
    String form = tokens.get(index).form();
    if (form.endsWith("ed") || form.endsWith("wn") || form.equals("shot")) {
      Sense next = index + 1 == tokens.size() ? null : Senses.of(tokens.get(index + 1));
      boolean object = next == null || !BEHIND_PASSIVE.contains(next.kind());
      return object && index + 1 < tokens.size() ? Voice.ACTIVE : Voice.PASSIVE;
    }
    if (isParticiple(tokens.get(index).written())) {
      boolean finite = FRENCH_HAVE.contains(tokens.get(index - 1).form());
      return finite ? Voice.ACTIVE : Voice.PASSIVE;
    }
    boolean object =
        index + 1 < tokens.size() && FRENCH_OBJECT.contains(tokens.get(index + 1).form());
    return form.endsWith("s") || (form.endsWith("e") && object) ? Voice.ACTIVE : Voice.NONE;
  }

  /** «secourus», «interceptée»: behind whom it befell. */
  private static boolean isParticiple(String word) {
    return PARTICIPLE.stream().anyMatch(word::endsWith);
  }

  private static boolean isPresent(String stem) {
    return stem.startsWith("ي") || (stem.startsWith("ت") && !Senses.known(stem));
  }
}
