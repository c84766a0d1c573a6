package org.marsad.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What may be wrong with a source, so wrong that those who chose it are told. */
public enum FeedTrouble {
  /** It could not be read for long. */
  FAILING,
  /** Its server says that it is gone for good. */
  GONE,
  /** It can be read, but has had nothing new for much longer than it used to. */
  SILENT;

  /** A server that stumbles comes back within fewer. */
  static final int MIN_FAILURES = 5;

  /** Nights of upkeep are shorter. */
  static final Duration MIN_FAILING = Duration.ofHours(6);

  /** Even a busy agency rests on a feast. */
  static final Duration MIN_SILENCE = Duration.ofDays(2);

  /** Of the usual time between two of its items. */
  static final int USUAL_GAPS = 10;

  /** A feed that was not read lately (we did not run) says nothing of itself. */
  private static final Duration LATELY = Duration.ofDays(1);

  /** What is wrong with a source at this moment, if anything. Pure function. */
  public static Optional<FeedTrouble> of(Feed feed, Instant now) {
    if (feed.isStopped()) {
      return Optional.of(GONE);
    }
    if (feed.failures() > 0) {
      boolean isLong =
          feed.failingSince() != null && !feed.failingSince().plus(MIN_FAILING).isAfter(now);
      return feed.failures() >= MIN_FAILURES && isLong ? Optional.of(FAILING) : Optional.empty();
    }
    return isSilent(feed.state(), now) ? Optional.of(SILENT) : Optional.empty();
  }

  private static boolean isSilent(FeedState state, Instant now) {
    if (state.lastNewAt() == null || state.rhythm() == null || state.lastSuccessAt() == null) {
      return false;
    }
    Duration usual = state.rhythm().multipliedBy(USUAL_GAPS);
    Duration borne = usual.compareTo(MIN_SILENCE) > 0 ? usual : MIN_SILENCE;
    return state.lastSuccessAt().plus(LATELY).isAfter(now)
        && state.lastNewAt().plus(borne).isBefore(now);
  }

  /** Whether one that failed is still to be called so: until it was read. */
  public static boolean lasts(FeedTrouble told, Feed feed, Instant now) {
    return told == FAILING
        ? feed.failures() > 0
        : of(feed, now).filter(trouble -> trouble == told).isPresent();
  }
}
