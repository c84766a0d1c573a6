package org.marsad.feed;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A source that is polled.
 *
 * @param id the key in the table {@code feeds}
 * @param url where it is fetched
 * @param title what alerts call the outlet
 * @param language ISO 639-1, or empty where the catalogue does not say
 * @param country the catalogue's group, ISO 3166-1 alpha-2 in lower case ("ly"), "int" for
 *     international, or empty
 * @param identity by what its items are told apart
 * @param initialised whether one poll has succeeded; until then its items alert nobody
 * @param state what checking it has taught us
 * @param lastOutcome the named reason of the last poll, or empty before the first
 * @param nextCheckAt when it is read next, or null before the first
 * @param nextReason why then, in words for the operator
 */
public record Feed(
    long id,
    URI url,
    String title,
    String language,
    String country,
    Identity identity,
    boolean initialised,
    FeedState state,
    String lastOutcome,
    @Nullable Instant nextCheckAt,
    String nextReason) {
  /** One that was never polled. */
  public static Feed unread(URI url, String title, String language, String country) {
    return new Feed(
        0, url, title, language, country, Identity.GUID, false, FeedState.UNKNOWN, "", null, "");
  }

  /** When a poll last succeeded, or null. */
  public @Nullable Instant lastSuccessAt() {
    return state.lastSuccessAt();
  }

  /** Failed polls in a row. */
  public int failures() {
    return state.failures();
  }

  /** The zone of its dates that name none: its country's, if that has one only; else UTC. */
  public ZoneId zone() {
    return Zones.ofCountry(country);
  }
}
