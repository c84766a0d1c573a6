package org.marsad.feed;

import java.net.URI;
import java.time.Instant;
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
 * @param byLink whether items are told apart by their link because the feed's guids proved unsteady
 * @param initialised whether one poll has succeeded; until then its items alert nobody
 * @param validators what to echo at the next fetch
 * @param failures failed polls in a row
 * @param lastSuccessAt when a poll last succeeded
 * @param lastOutcome the named reason of the last poll, or empty before the first
 */
public record Feed(
    long id,
    URI url,
    String title,
    String language,
    String country,
    boolean byLink,
    boolean initialised,
    Validators validators,
    int failures,
    @Nullable Instant lastSuccessAt,
    String lastOutcome) {}
