package org.marsad.feed;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
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
 * @param topics what it is about, in the catalogue's words
 * @param identity by what its items are told apart
 * @param initialised whether one poll has succeeded; until then its items alert nobody
 * @param returned whether it left the catalogue, came back, and was not read since
 * @param state what checking it has taught us
 * @param lastOutcome the named reason of the last poll, or empty before the first
 * @param failingSince when the first of its failed checks in a row was made, or null while it is
 *     well
 * @param next when it is read next and why then, or null before the first poll
 */
public record Feed(
    long id,
    URI url,
    String title,
    String language,
    String country,
    List<String> topics,
    Identity identity,
    boolean initialised,
    boolean returned,
    FeedState state,
    String lastOutcome,
    @Nullable Instant failingSince,
    CheckTimes.@Nullable Next next) {
  /** After which what a feed holds when it comes back is no news to those who follow it. */
  private static final Duration LONG_ABSENCE = Duration.ofDays(1);

  /** Copies the topics. */
  public Feed {
    topics = List.copyOf(topics);
  }

  /** One that was never polled. */
  public static Feed unread(URI url, String title, String language, String country) {
    return new Feed(
        0,
        url,
        title,
        language,
        country,
        List.of(),
        Identity.GUID,
        false,
        false,
        FeedState.UNKNOWN,
        "",
        null,
        null);
  }

  /** Whether it is gone for good: it is read no more until the catalogue is followed again. */
  public boolean isStopped() {
    return next != null && next.stops();
  }

  /**
   * Whether what it holds at this moment is its backlog and alerts nobody: it was never read, or is
   * back in the catalogue after so long that its followers did without it.
   */
  public boolean isBacklog(Instant now) {
    Instant last = state.lastSuccessAt();
    return !initialised || (returned && last != null && last.plus(LONG_ABSENCE).isBefore(now));
  }

  /**
   * Whether it was not read for so long that much may have come out meanwhile: it failed, or we did
   * not run.
   */
  public boolean isOutage(Instant now) {
    return state.isOutage(now) || (next != null && next.at().plus(FeedState.OUTAGE).isBefore(now));
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
