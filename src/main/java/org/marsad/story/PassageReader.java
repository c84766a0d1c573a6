package org.marsad.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.entity.Mention;
import org.marsad.story.Atom.Place;
import org.marsad.story.Atom.Syntax;
import org.marsad.story.Atom.Voice;
import org.marsad.text.Folded;
import org.marsad.text.Token;

/** Reads a headline or text into the words and numbers that are compared. Serves one text. */
final class PassageReader {
  private static final int MIN_BASE = 3;
  private static final String REACH = "ACT:وصل";
  private static final Set<String> ORDERS =
      Set.of("توجيه", "توجيهات", "قرار", "امر", "اوامر", "طلب", "تكليف", "ايعاز", "مبادره", "دعوه");
  private static final Set<String> DEEDS = Set.of("عمليه", "غاره", "هجوم", "ضربه", "كمين");
  private static final Set<String> CAUSE = Set.of("يوقع", "اوقع", "اوقعت");
  private static final Set<String> HARM = Set.of(Wider.named("die"), Wider.named("injure"));
  private static final Set<String> CARRY_OUT = Set.of("نفذ", "ينفذ", "تنفيذ", "نفاذ");
  private static final int CARRY_REACH = 5;
  private static final String DEATH = Lexicon.standard().id("حكم_بالإعدام");
  private static final Sense EXECUTION =
      Objects.requireNonNull(Lexicon.standard().exact(Tables.folded("إعدام")));
  private static final Set<String> LESS = Set.of("دون", "بدون");

  private static final Atom FUTURE =
      new Atom(Kind.MAY, Set.of("MAY:سوف"), "سوف", null, Syntax.NONE, false, false);

  private final Folded text;
  private final List<Token> tokens;
  private final List<Mention> mentions;
  private final Known known;
  private final FigureReader figures;
  private final List<Atom> atoms = new ArrayList<>();
  private final Negation negation;
  private Place place = Place.NONE;
  private boolean source;

  /**
   * Prepares one text.
   *
   * @param mentions the entities named in it
   * @param known the entities that are places or people
   */
  PassageReader(Folded text, List<Mention> mentions, Known known) {
    this.text = text;
    this.tokens = text.tokens();
    this.mentions = mentions;
    this.known = known;
    this.figures = new FigureReader(text);
    this.negation = new Negation(text);
  }

  Passage read() {
    for (int i = 0; i < tokens.size(); ) {
      i = step(i);
    }
    return new Passage(
        Titles.soften(atoms, this::isPerson),
        figures.figures(atoms),
        figures.ordinals(),
        negation.denied());
  }

  private boolean isPerson(Atom atom) {
    return atom.kind() == Kind.ACTOR
        && (known.people().contains(String.valueOf(atom.entity()))
            || atom.keys().stream().anyMatch(key -> key.startsWith(Lexicon.PERSON)));
  }

  private int step(int i) {
    Senses.Phrase phrase = Senses.phrase(tokens, i);
    int behind = nameEnd(i);
    if (phrase != null) {
      int words = Math.max(phrase.words(), behind - i);
      word(i, words, phrase.sense());
      return i + words;
    }
    int behindNumber = figures.read(i, atoms.size(), place);
    if (behindNumber > i) {
      place = Place.NONE;
      return behindNumber;
    }
    word(i, behind - i, behind - i > 1 ? null : Senses.of(tokens.get(i)));
    return behind;
  }

  /** Behind the name of the catalogue that begins here, or behind the word. */
  private int nameEnd(int i) {
    int end = i + 1;
    for (Mention mention : mentions) {
      boolean begins =
          tokens.get(i).start() <= mention.start() && mention.start() < tokens.get(i).end();
      while (begins && end < tokens.size() && tokens.get(end).end() <= mention.end()) {
        end++;
      }
    }
    return end;
  }

  private void word(int i, int words, @Nullable Sense found) {
    Token token = tokens.get(i);
    Sense sense = found != null && found.id().equals(DEATH) && isCarriedOut(i) ? EXECUTION : found;
    String entity = entity(token);
    Kind kind = sense == null ? unknown(token, entity) : sense.kind();
    kind = kind == Kind.NOT && isLess(i) ? Kind.FUNC : kind;
    kind = CAUSE.contains(token.form()) && isOfHarm(i) ? Kind.FUNC : kind;
    kind =
        sense != null && sense.id().equals(REACH) && Numerals.isBehind(text, i + words)
            ? Kind.SOFT
            : kind;
    Place proclitic = Grammar.proclitic(token);
    Place here = place(kind, proclitic, i + words);
    Set<String> keys = keys(i, words, sense, here);
    boolean negated = negation.governs(i, kind, keys);
    if (kind.isAct() && (Grammar.isFuture(token) || isGoing(i))) {
      atoms.add(FUTURE);
    }
    atoms.add(
        new Atom(
            kind,
            keys,
            token.form(),
            entity,
            new Syntax(
                here,
                belongs(kind, proclitic) ? head() : Set.of(),
                kind.isAct() ? Grammar.voice(tokens, i) : Voice.NONE),
            negated,
            Grammar.isConjoined(token)));
    source = kind == Kind.SAY || (source && (kind.isEmpty() || kind == Kind.NOUN));
    boolean whole = words > 1 && !kind.isEmpty(); // the preposition of «عثر على» is its own
    Place preposition = whole ? Place.NONE : Senses.preposition(tokens.get(i + words - 1));
    place = preposition == Place.NONE ? placeBehind(token, kind, sense) : preposition;
    place = place == Place.FROM && isByOrder() ? Place.BY : place;
  }

  /** «دون ست ساعات»: fewer than so many. */
  private boolean isLess(int i) {
    return LESS.contains(tokens.get(i).form())
        && i + 1 < tokens.size()
        && Numerals.at(text, i + 1) != null;
  }

  /** «نفذت السعودية حكم الإعدام» */
  private boolean isCarriedOut(int i) {
    return tokens.subList(Math.max(0, i - CARRY_REACH), i).stream()
        .anyMatch(token -> Bases.of(token.form()).stream().anyMatch(CARRY_OUT::contains));
  }

  /** «يوقع ثمانية قتلى», «أوقع جرحى»: no signing, and nothing expected. */
  private boolean isOfHarm(int i) {
    Numerals.Found number = i + 1 < tokens.size() ? Numerals.at(text, i + 1) : null;
    int whom = number == null ? i + 1 : number.end();
    Sense sense = whom < tokens.size() ? Senses.of(tokens.get(whom)) : null;
    return sense != null && !Collections.disjoint(HARM, Wider.classes(Set.of(sense.id())));
  }

  /** "Syria to drop two zeros": the first act of a headline, behind who is going to do it. */
  private boolean isGoing(int i) {
    return i > 1
        && tokens.get(i - 1).form().equals("to")
        && atoms.stream().noneMatch(atom -> atom.kind().isAct());
  }

  private Place place(Kind kind, Place proclitic, int behind) {
    if (kind.isName() && (source || speaks(behind))) {
      return Place.SOURCE;
    }
    if (proclitic == Place.TO && isOfDeed()) {
      return Place.BY;
    }
    return proclitic == Place.NONE ? place : proclitic;
  }

  /** «بعملية للجيش», «بغارة لـ...»: whose it is, did it. */
  private boolean isOfDeed() {
    String before = atoms.isEmpty() ? "" : atoms.get(atoms.size() - 1).form();
    return before.startsWith("ب") && DEEDS.contains(before.substring(1));
  }

  /** What this word, which is no preposition, makes of the next. */
  private Place placeBehind(Token token, Kind kind, @Nullable Sense sense) {
    if (kind == Kind.NEAR) {
      return Place.IN;
    }
    if (kind.isEmpty()) {
      return place;
    }
    boolean means = Grammar.proclitic(token) == Place.IN && Grammar.isMeans(kind, sense);
    return means ? Place.MEANS : Place.NONE;
  }

  /** «بتوجيه من ...», «بقرار من ...» */
  private boolean isByOrder() {
    int before = atoms.size() - 2;
    return before >= 0
        && atoms.get(before).form().startsWith("ب")
        && ORDERS.contains(Bases.bare(atoms.get(before).form().substring(1)));
  }

  /** Whether a colon stands before the word: who is named before it says what is behind it. */
  private boolean speaks(int i) {
    return i < tokens.size()
        && text.original()
            .substring(tokens.get(i - 1).end(), tokens.get(i).start())
            .strip()
            .startsWith(":");
  }

  /**
   * A word of no table is a name, but one with a possessive is not, nor a Latin one without a
   * capital or among Arabic.
   */
  private Kind unknown(Token token, @Nullable String entity) {
    if (entity != null) {
      return known.places().contains(entity) ? Kind.GEO : Kind.ACTOR;
    }
    if (Bases.isArabic(token.form())) {
      return Bases.isPossessed(token.form()) ? Kind.NOUN : Kind.UNKNOWN;
    }
    boolean name =
        Character.isUpperCase(token.written().charAt(0))
            && tokens.stream().noneMatch(other -> Bases.isArabic(other.form()));
    return name ? Kind.UNKNOWN : Kind.NOUN;
  }

  private boolean belongs(Kind kind, Place proclitic) {
    return kind == Kind.GEO
        ? proclitic == Place.NONE && place == Place.NONE
        : kind == Kind.ACTOR && (place == Place.NONE || proclitic == Place.TO);
  }

  private Set<String> head() {
    if (atoms.isEmpty()) {
      return Set.of();
    }
    int index = atoms.size() - 1;
    boolean described = index > 0 && atoms.get(index).kind() == Kind.SOFT;
    Atom last = atoms.get(described ? index - 1 : index);
    boolean fits =
        last.kind() == Kind.NOUN || last.kind() == Kind.ACTOR || last.kind() == Kind.UNKNOWN;
    return fits ? last.keys() : Set.of();
  }

  private Set<String> keys(int i, int words, @Nullable Sense sense, Place here) {
    if (sense == null) {
      Set<String> keys = new HashSet<>();
      for (Token token : tokens.subList(i, i + words)) {
        for (String stem : Bases.stems(token)) {
          Bases.of(stem).stream().filter(base -> base.length() >= MIN_BASE).forEach(keys::add);
          keys.add(stem);
        }
        Sense part = words > 1 ? Senses.of(token) : null;
        if (part != null && part.kind() == Kind.ACTOR) {
          keys.add(part.id());
        }
      }
      keys.addAll(countries(i, words));
      return Set.copyOf(keys);
    }
    if (sense.capital().isEmpty()) {
      Set<String> keys = entity(tokens.get(i)) == null ? new HashSet<>() : countries(i, words);
      keys.add(sense.id());
      return Set.copyOf(keys);
    }
    boolean where = here == Place.IN || here == Place.ON;
    return where ? Set.of(sense.capital()) : Set.of(sense.capital(), sense.id());
  }

  /** The countries in a name of several words. */
  private Set<String> countries(int i, int words) {
    Set<String> countries = new HashSet<>();
    for (int at = i; words > 1 && at < i + words; at++) {
      Sense part = Senses.of(tokens.get(at));
      if (part != null && part.kind() == Kind.GEO) {
        countries.add(Wider.OF + part.id());
      }
    }
    return countries;
  }

  private @Nullable String entity(Token token) {
    for (Mention mention : mentions) {
      if (mention.start() <= token.start() && token.end() <= mention.end()) {
        return mention.entity();
      }
    }
    return null;
  }
}
