package org.marsad.entity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The places a text names, from its beginning, the longest first, none in another. One thread. */
final class Places {
  private final Scan scan;
  private final List<Place> all = new ArrayList<>();
  private final Map<Integer, Place> byStart = new HashMap<>();
  private final Map<Integer, Place> byEnd = new HashMap<>();

  Places(Scan scan) {
    this.scan = scan;
    for (int i = 0; i < scan.size(); ) {
      Place place = read(i);
      if (place != null) {
        all.add(place);
        byStart.put(place.from(), place);
        byEnd.put(place.to(), place);
      }
      i = place == null ? i + 1 : place.to();
    }
  }

  List<Place> all() {
    return all;
  }

  /** The place that begins there, or null. */
  @Nullable Place from(int at) {
    return byStart.get(at);
  }

  /** The place that ends before the word there, or null. */
  @Nullable Place to(int at) {
    return byEnd.get(at);
  }

  private @Nullable Place read(int at) {
    Span longest = scan.from(at, Places::isPlace);
    if (longest == null || isSurname(longest)) {
      return null;
    }
    BitSet countries = new BitSet();
    int first = longest.number();
    for (Span span : scan.startingAt(at)) {
      if (span.to() == longest.to() && isPlace(span)) {
        countries.set(span.number());
      }
    }
    return new Place(
        at, longest.to(), longest.sense().role(), first, countries, longest.proclitics());
  }

  private static boolean isPlace(Span span) {
    return span.is(Role.COUNTRY) || span.is(Role.PEOPLE) || span.is(Role.CITY);
  }

  /** A nisba behind a first name is somebody's surname (حسن المصري). */
  private boolean isSurname(Span span) {
    return span.is(Role.PEOPLE)
        && span.proclitics().isEmpty()
        && scan.joined(span.from())
        && scan.to(span.from(), Role.GIVEN) != null;
  }
}
