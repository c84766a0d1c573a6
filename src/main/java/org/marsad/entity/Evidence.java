package org.marsad.entity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.marsad.text.Document;
import org.marsad.text.Field;
import org.marsad.text.Language;
import org.marsad.text.Token;

/** What an item as a whole speaks of: its contexts, its countries. One thread. */
final class Evidence {
  private final Side title;
  private final Side text;

  /** By the number of the context or country: where the item names it. */
  private final Map<Integer, List<Spot>> named = new HashMap<>();

  /** The same by the words it is named with, of those that were asked for. */
  private final Map<Integer, Map<String, List<Spot>>> byWords = new HashMap<>();

  private final BitSet subjects = new BitSet();

  Evidence(Compiled compiled, Document document) {
    Scan titleScan = compiled.lexicon.scan(document.title());
    Scan textScan = compiled.lexicon.scan(document.text());
    Signs inTitle = Signs.of(titleScan);
    Signs inText = Signs.of(textScan);
    Language language = inTitle.and(inText).language(Language.EN);
    title = side(Field.TITLE, titleScan, inTitle.language(language));
    text = side(Field.TEXT, textScan, inText.language(language));
    for (Side side : sides()) {
      for (Span span : side.scan().all()) {
        if (span.is(Role.CONTEXT)) {
          add(span.number(), new Spot(side, span));
        }
      }
      countries(side, false);
    }
    sides().forEach(side -> countries(side, true));
  }

  private static Side side(Field field, Scan scan, Language language) {
    return new Side(field, scan, new Places(scan), language, Capitals.everywhere(scan));
  }

  private void add(int subject, Spot spot) {
    subjects.set(subject);
    named.computeIfAbsent(subject, any -> new ArrayList<>(2)).add(spot);
  }

  /** Title and text. */
  List<Side> sides() {
    return List.of(title, text);
  }

  /**
   * Whether the item names one of these contexts or countries besides the words in question, here
   * or wherever they stand again: a name is no evidence of its own meaning.
   */
  boolean any(BitSet numbers, Spot spot) {
    return subjects.intersects(numbers)
        && numbers.stream().anyMatch(number -> isNamed(number, spot));
  }

  private boolean isNamed(int subject, Spot besides) {
    if (!subjects.get(subject)) {
      return false;
    }
    String own = besides.words();
    return byWords.computeIfAbsent(subject, this::words).entrySet().stream()
        .filter(entry -> !entry.getKey().equals(own))
        .anyMatch(entry -> entry.getValue().stream().anyMatch(spot -> !spot.overlaps(besides)));
  }

  private Map<String, List<Spot>> words(int subject) {
    return named.getOrDefault(subject, List.of()).stream()
        .collect(Collectors.groupingBy(Spot::words));
  }

  /** A place of several countries means the first, unless only another is named besides. */
  private void countries(Side side, boolean ambiguous) {
    for (Place place : side.places().all()) {
      if (place.isAmbiguous() == ambiguous) {
        BitSet known = (BitSet) place.countries().clone();
        known.and(subjects);
        boolean first = known.isEmpty() || known.get(place.first());
        Spot spot = new Spot(side, place.from(), place.to(), place.proclitics());
        add(first ? place.first() : known.nextSetBit(0), spot);
      }
    }
  }

  /** How many words tell of a language; of Arabic, how many more than of others. */
  private record Signs(int arabic, int french, int english) {
    static Signs of(Scan scan) {
      int arabic = 0;
      int french = 0;
      int english = 0;
      for (int i = 0; i < scan.size(); i++) {
        boolean isArabic = scan.token(i).isArabic();
        arabic += isArabic ? 1 : -1;
        french += !isArabic && hasAccent(scan.token(i)) ? 1 : 0;
      }
      for (Span span : scan.all()) {
        french += span.is(Role.FRENCH) ? 1 : 0;
        english += span.is(Role.ENGLISH) ? 1 : 0;
      }
      return new Signs(arabic, french, english);
    }

    private static boolean hasAccent(Token token) {
      return !token.written().chars().allMatch(c -> c < 0x80);
    }

    Signs and(Signs more) {
      return new Signs(arabic + more.arabic, french + more.french, english + more.english);
    }

    Language language(Language otherwise) {
      if (arabic > 0) {
        return Language.AR;
      }
      return french == english ? otherwise : french > english ? Language.FR : Language.EN;
    }
  }
}
