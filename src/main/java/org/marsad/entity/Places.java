package org.marsad.entity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The places a text names, from its beginning, the longest first, none in another. One thread. */
final class Places {
  private final Scan scan;
  private final List<Place> all = new ArrayList<>();
  private final @Nullable Place[] byStart;
  private final @Nullable Place[] byEnd;

  Places(Scan scan) {
    this.scan = scan;
    byStart = new @Nullable Place[scan.size() + 1];
    byEnd = new @Nullable Place[scan.size() + 1];
    for (int i = 0; i < scan.size(); ) {
      Place place = read(i);
      if (place != null) {
        all.add(place);
        byStart[place.from()] = place;
        byEnd[place.to()] = place;
      }
      i = place == null ? i + 1 : place.to();
    }
  }

  List<Place> all() {
    return all;
  }

  /** The place that begins there, or null. */
  @Nullable Place from(int at) {
    return at < 0 || at >= byStart.length ? null : byStart[at];
  }

  /** The place that ends before the word there, or null. */
  @Nullable Place to(int at) {
    return at < 0 || at >= byEnd.length ? null : byEnd[at];
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
