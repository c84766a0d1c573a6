package org.marsad.archive;

import java.time.Duration;
import java.util.List;

/**
 * What a query would have found in the last days.
 *
 * @param hits how many items satisfy it
 * @param covered how far back the run looked: as far as it was asked to, or as items are stored, or
 *     as the bound on its work allowed
 * @param isCutShort whether that bound ended it: there are older hits
 * @param isComplete whether the index held all items; if not, it is being built, and items may be
 *     missing
 * @param newest the newest hits, the newest first
 */
public record DryRun(
    int hits, Duration covered, boolean isCutShort, boolean isComplete, List<Found> newest) {
  private static final double SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

  /** Copies the hits. */
  public DryRun {
    newest = List.copyOf(newest);
  }

  /** Whole days it looked back, rounded; 0 for some hours. */
  public int days() {
    return (int) Math.round(covered.toSeconds() / SECONDS_A_DAY);
  }

  /** Hits a day, rounded; 0 for less than one in two days. Some hours count as a day. */
  public long perDay() {
    long seconds = Math.max(1, covered.toSeconds());
    return Math.round(hits / (isCutShort ? seconds / SECONDS_A_DAY : Math.max(1, days())));
  }
}
