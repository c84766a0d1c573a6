package org.marsad.watch;

import java.util.List;

/**
 * Why a query hits an item, or does not.
 *
 * @param hit whether it does
 * @param reasons one for each part that has no parts itself, and for each {@code Near}, in the
 *     order of the query
 */
public record Explanation(boolean hit, List<Reason> reasons) {
  /** Copies the reasons. */
  public Explanation {
    reasons = List.copyOf(reasons);
  }

  /**
   * What became of one part.
   *
   * @param part the part
   * @param verdict what became of it
   * @param places where what the verdict speaks of stands, in reading order; may be empty
   * @param stops of {@link Verdict#STOPPED}: what stopped it at each of the places, in their order;
   *     else empty
   */
  public record Reason(
      Query part, Verdict verdict, List<Place> places, List<org.marsad.entity.Verdict> stops) {
    /** Copies the places. */
    public Reason {
      places = List.copyOf(places);
      stops = List.copyOf(stops);
    }

    Reason(Query part, Verdict verdict, List<Place> places) {
      this(part, verdict, places, List.of());
    }
  }

  /** What can become of a part of a query. */
  public enum Verdict {
    /** It is there, as it should be. The places: where. */
    FOUND,
    /** It should be there and nothing like it is. */
    MISSING,
    /** It should be there; only words that contain its letters and are others are. */
    OTHER_WORD,
    /**
     * Names of the entity are there, and something says that they mean somebody or something else.
     */
    STOPPED,
    /** Its words are there, but not as one phrase. */
    APART,
    /** It should be in the headline and is only in the text. */
    ONLY_IN_TEXT,
    /** The parts of a {@code Near} are there, but too far from one another. */
    TOO_FAR,
    /** It must not be there and is. */
    UNWANTED,
    /** It must not be there and is not. */
    ABSENT,
    /** The source has another name, language or country. */
    OTHER_SOURCE
  }
}
