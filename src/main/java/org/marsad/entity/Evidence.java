package org.marsad.entity;

import java.util.BitSet;
import java.util.List;
import org.marsad.text.Document;
import org.marsad.text.Field;
import org.marsad.text.Language;
import org.marsad.text.Token;

/** What an item as a whole speaks of: its contexts, its countries. One thread. */
final class Evidence {
  private final Side title;
  private final Side text;

  /** The numbers of all contexts and countries that the item names. */
  private final BitSet subjects = new BitSet();

  Evidence(Compiled compiled, Document document) {
    Scan titleScan = compiled.lexicon.scan(document.title());
    Scan textScan = compiled.lexicon.scan(document.text());
    Language language = language(List.of(titleScan, textScan), Language.EN);
    title = side(Field.TITLE, titleScan, language);
    text = side(Field.TEXT, textScan, language);
    for (Side side : sides()) {
      for (Span span : side.scan().all()) {
        if (span.is(Role.CONTEXT)) {
          subjects.set(span.number());
        }
      }
      countries(side, false);
    }
    sides().forEach(side -> countries(side, true));
  }

  private static Side side(Field field, Scan scan, Language ofItem) {
    return new Side(
        field, scan, new Places(scan), language(List.of(scan), ofItem), Capitals.everywhere(scan));
  }

  /** Title and text. */
  List<Side> sides() {
    return List.of(title, text);
  }

  /** Whether the item names one of these contexts or countries. */
  boolean any(BitSet numbers) {
    return subjects.intersects(numbers);
  }

  /** A place of several countries means the first, unless only another is named besides. */
  private void countries(Side side, boolean ambiguous) {
    for (Place place : side.places().all()) {
      if (place.isAmbiguous() == ambiguous) {
        BitSet named = (BitSet) place.countries().clone();
        named.and(subjects);
        boolean first = named.isEmpty() || named.get(place.first());
        subjects.set(first ? place.first() : named.nextSetBit(0));
      }
    }
  }

  private static Language language(List<Scan> scans, Language otherwise) {
    int arabic = 0;
    int french = 0;
    int english = 0;
    for (Scan scan : scans) {
      for (int i = 0; i < scan.size(); i++) {
        arabic += scan.token(i).isArabic() ? 1 : -1;
        french += hasAccent(scan.token(i)) ? 1 : 0;
      }
      for (Span span : scan.all()) {
        french += span.is(Role.FRENCH) ? 1 : 0;
        english += span.is(Role.ENGLISH) ? 1 : 0;
      }
    }
    if (arabic > 0) {
      return Language.AR;
    }
    return french == english ? otherwise : french > english ? Language.FR : Language.EN;
  }

  private static boolean hasAccent(Token token) {
    return !token.isArabic() && !token.written().chars().allMatch(c -> c < 0x80);
  }
}
