package org.marsad.archive;

import java.util.List;

/**
 * What a query would have found in the last days.
 *
 * @param hits how many items satisfy it; at least so many where the run was cut short
 * @param days how many whole days the run looked back on; 0 for some hours
 * @param isCutShort whether there was more to look at than one run looks at: it then covers the
 *     newest items only
 * @param isComplete whether the index held all items; if not, it is being built, and items may be
 *     missing
 * @param newest the newest hits, the newest first
 */
public record DryRun(
    int hits, int days, boolean isCutShort, boolean isComplete, List<Found> newest) {
  /** Copies the hits. */
  public DryRun {
    newest = List.copyOf(newest);
  }

  /** Hits a day, rounded; 0 for less than one in two days. */
  public long perDay() {
    return Math.round(hits / (double) Math.max(1, days));
  }
}
