package org.marsad.app;

import org.marsad.watch.WatchMatcher;
import org.marsad.watch.Watches;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the matcher what the database says. The conversation tells the matcher of each change; this
 * fills it at the start and, where another process may write to the same database, again whenever
 * the watches are others than before.
 */
final class WatchesFollower {
  private static final Logger LOG = LoggerFactory.getLogger(WatchesFollower.class);

  private final Watches watches;
  private final WatchMatcher matcher;
  private String known = "";

  WatchesFollower(Watches watches, WatchMatcher matcher) {
    this.watches = watches;
    this.matcher = matcher;
  }

  /** Fills the matcher, unless the watches are those it was filled with. */
  synchronized void look() {
    String now = watches.fingerprint();
    if (now.equals(known)) {
      return;
    }
    for (long damaged : matcher.reload(watches::all)) {
      LOG.error(
          "Watch {} cannot be read and finds nothing; its chat must remove it and make it anew",
          damaged);
    }
    known = now;
    LOG.info("{} watches", matcher.size());
  }
}
