package org.marsad.feed;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What checking a feed has taught us of it; what it becomes after each outcome. Pure functions.
 *
 * @param validators what to echo at the next fetch
 * @param failures failed checks in a row
 * @param lastSuccessAt when a check last succeeded
 * @param lastFullAt when its whole body was last asked for
 * @param lastNewAt when it last had something new
 * @param ttl how often it wishes to be read, at the most, by its last document
 * @param rhythm the usual time between two of its items, as far as we saw
 * @param move where it moves to
 */
public record FeedState(
    Validators validators,
    int failures,
    @Nullable Instant lastSuccessAt,
    @Nullable Instant lastFullAt,
    @Nullable Instant lastNewAt,
    @Nullable Duration ttl,
    @Nullable Duration rhythm,
    Move move) {
  /** Of a feed that was never checked. */
  public static final FeedState UNKNOWN =
      new FeedState(Validators.NONE, 0, null, null, null, null, null, Move.NONE);

  /** Some servers answer the same validators after a change: then nothing new would ever come. */
  private static final Duration IN_FULL_EVERY = Duration.ofHours(6);

  /** Longer than any back-off of a few failures: what came out meanwhile may be much. */
  static final Duration OUTAGE = Duration.ofHours(1);

  /**
   * What to echo at a fetch at this moment: the validators, but now and then none, so that the
   * server sends the whole body, which is then compared itself.
   */
  public Validators echo(Instant now) {
    return isDueInFull(now) ? new Validators(null, null, validators.bodyHash()) : validators;
  }

  private boolean isDueInFull(Instant now) {
    return lastFullAt == null || !lastFullAt.plus(IN_FULL_EVERY).isAfter(now);
  }

  /** Whether it could not be read for so long that much may have come out meanwhile. */
  boolean isOutage(Instant now) {
    return lastSuccessAt != null && failures > 0 && lastSuccessAt.plus(OUTAGE).isBefore(now);
  }

  /** After a failure; waiting for one's turn at a host is none. */
  public FeedState failed(Reason reason) {
    return reason == Reason.HOST_BUSY
        ? this
        : new FeedState(
            validators, failures + 1, lastSuccessAt, lastFullAt, lastNewAt, ttl, rhythm, move);
  }

  /** After a check that found nothing changed. */
  public FeedState unchanged(Fetched.NotModified answer, Instant now) {
    return new FeedState(
        answer.validators(),
        0,
        now,
        isDueInFull(now) ? now : lastFullAt,
        lastNewAt,
        ttl,
        rhythm,
        move.after(answer.movedTo()));
  }

  /**
   * After a document was read.
   *
   * @param wish its own, {@link ParsedFeed#ttl}
   * @param newItems how many of its items were new; all of them at the first reading, which says
   *     nothing of its rhythm
   */
  public FeedState read(Fetched.Body body, @Nullable Duration wish, int newItems, Instant now) {
    boolean first = lastNewAt == null;
    return new FeedState(
        body.validators(),
        0,
        now,
        now,
        first || newItems > 0 ? now : lastNewAt,
        wish,
        lastNewAt == null
            ? rhythm
            : Rhythm.after(rhythm, Duration.between(lastNewAt, now), newItems),
        move.after(body.movedTo()));
  }
}
