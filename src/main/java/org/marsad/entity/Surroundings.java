package org.marsad.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * To which countries the words beside a phrase tie it: «الجيش الوطني السوري», «حكومة الوحدة في جنوب
 * أفريقيا», «القيادة العامة لشرطة دبي», «المثلث بين مالي والنيجر», "South Africa's GNU". One
 * thread.
 */
final class Surroundings {
  private static final Set<String> BY_OR_FOR = Set.of("ب", "ل");
  private static final int MAX_ADJECTIVES = 2;
  private static final int MAX_GOVERNED = 3;
  private static final int MAX_OWNED = 3;

  private final Scan scan;
  private final Places places;

  Surroundings(Side side) {
    scan = side.scan();
    places = side.places();
  }

  /**
   * The places that name them. With {@code travels} a preposition tells where it is, not whose,
   * unless the text begins with it and nobody could have sent it.
   */
  List<Place> ties(int from, int to, boolean travels) {
    List<Place> ties = new ArrayList<>();
    behind(to, ties);
    if (ties.isEmpty() && (!travels || from == 0)) {
      add(ties, located(to));
    }
    if (ties.isEmpty() && !travels) {
      add(ties, governed(to));
      between(to, ties);
    }
    if (ties.isEmpty()) {
      add(ties, before(from));
    }
    return ties;
  }

  private static void add(List<Place> ties, @Nullable Place place) {
    if (place != null) {
      ties.add(place);
    }
  }

  /** Peoples or a country right behind, or behind adjectives (المثلث الليبي المصري السوداني). */
  private void behind(int to, List<Place> ties) {
    int adjectives = 0;
    for (int at = to; scan.joined(at) && adjectives <= MAX_ADJECTIVES; ) {
      Place place = places.from(at);
      if (place == null && (!ties.isEmpty() || !scan.token(at).form().startsWith("ال"))) {
        return;
      }
      if (place != null && (place.role() == Role.CITY || !place.proclitics().isEmpty())) {
        return;
      }
      add(ties, place);
      adjectives += place == null ? 1 : 0;
      at = place == null ? at + 1 : place.to();
    }
  }

  /** Behind a preposition or with a proclitic that is one. */
  private @Nullable Place located(int to) {
    if (!scan.joined(to)) {
      return null;
    }
    Place place = places.from(to);
    if (place != null) {
      return BY_OR_FOR.contains(place.proclitics()) ? place : null;
    }
    Span preposition = scan.from(to, Role.PREPOSITIONS);
    return preposition != null && preposition.proclitics().isEmpty()
        ? places.from(skip(preposition.to()))
        : null;
  }

  private int skip(int from) {
    int at = from;
    for (Span noun = scan.from(at, Role.PLACE_NOUNS);
        noun != null && places.from(at) == null && scan.joined(at);
        noun = scan.from(at, Role.PLACE_NOUNS)) {
      at = noun.to();
    }
    return at;
  }

  /** In a phrase that ل ties to it: القيادة العامة للجيش السوداني. */
  private @Nullable Place governed(int to) {
    if (!scan.joined(to) || !scan.token(to).form().startsWith("ل")) {
      return null;
    }
    for (int at = to + 1; at <= to + MAX_GOVERNED && scan.joined(at); at++) {
      Place place = places.from(at);
      if (place != null) {
        return place.proclitics().isEmpty() ? place : null;
      }
      if (!scan.token(at).form().startsWith("ال")) {
        return null;
      }
    }
    return null;
  }

  /** Every country of a list behind بين or مع. */
  private void between(int to, List<Place> ties) {
    Span between = scan.joined(to) ? scan.from(to, Role.BETWEEN) : null;
    if (between == null) {
      return;
    }
    int at = skip(between.to());
    for (Place place = places.from(at); place != null; place = places.from(at)) {
      ties.add(place);
      at = place.to();
      if (at < scan.size() && scan.from(at, Role.ANDS) != null) {
        at++;
      }
      at = skip(at);
    }
  }

  /** In Latin script the owner stands before: Libya's GNU, Tripoli-based government. */
  private @Nullable Place before(int from) {
    int at = from;
    for (int i = 0; i < MAX_OWNED && scan.joined(at) && !scan.token(at).isArabic(); i++) {
      Place place = places.to(at);
      if (place != null) {
        return place;
      }
      Span between = scan.to(at, Role.OWNED);
      if (between == null) {
        return null;
      }
      at = between.from();
    }
    return null;
  }
}
