package org.marsad.archive;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.archive.Inquiry.Look;
import org.marsad.feed.Feed;
import org.marsad.feed.Items;
import org.marsad.watch.Query;
import org.marsad.watch.WatchMatcher;

/**
 * The stored items, searched. An index finds candidates and the matcher confirms each, so that a
 * dry run, a search and a live alert never disagree. Thread-safe.
 *
 * <p>The index is a cache: {@link #follow} fills it from the database, builds it anew where it is
 * missing or damaged, and takes over what was stored since the last time.
 */
public final class Archive implements AutoCloseable {
  /** How many results a page has. */
  public static final int PAGE = 5;

  private static final int SAMPLES = 5;

  private final Items items;
  private final WatchMatcher matcher;
  private final Clock clock;
  private final Upkeep upkeep;

  /**
   * Searches these items; nothing is opened yet.
   *
   * @param folder where the index stands, made if need be; null to hold it in memory
   */
  public Archive(Items items, WatchMatcher matcher, Clock clock, @Nullable Path folder) {
    this.items = items;
    this.matcher = matcher;
    this.clock = clock;
    this.upkeep = new Upkeep(items, matcher, clock, folder);
  }

  /**
   * Takes over what was stored, changed or deleted since the last time; to be called again and
   * again. The first call opens the index, and may take minutes where it must be built. A failure
   * is logged once, and the next call tries again.
   */
  public void follow() {
    upkeep.follow();
  }

  /**
   * Tries a query on what was read in the last days.
   *
   * @param heard the sources that count
   * @param back how far to look back
   */
  public DryRun tryOut(Query query, Collection<Feed> heard, Duration back) {
    Instant now = clock.instant();
    Instant since = now.minus(back);
    Look look = new Look(Fields.seen(since.toEpochMilli(), Long.MAX_VALUE), true);
    Confirmation week = confirm(query, heard, look, SAMPLES, Integer.MAX_VALUE);
    Instant oldest = week.isWhole() ? items.oldest().orElse(now) : week.reached();
    Duration covered = Duration.between(oldest.isAfter(since) ? oldest : since, now);
    return new DryRun(week.hits(), covered, !week.isWhole(), upkeep.isComplete(), week.found());
  }

  private Confirmation confirm(
      Query query, Collection<Feed> heard, Look look, int kept, int enough) {
    List<Long> ids = upkeep.find(new Inquiry(matcher, query, heard), look);
    return new Confirmation(items, matcher.trial(query), heard).of(ids, kept, enough);
  }

  /**
   * Searches what is stored, a page at a time.
   *
   * @param heard the sources that count
   * @param turn which page
   */
  public Results search(Query query, Collection<Feed> heard, Turn turn) {
    Look look = new Look(turn.items(), turn.isOlder());
    Confirmation page = confirm(query, heard, look, PAGE + 1, PAGE + 1);
    List<Found> found = page.found();
    if (!turn.isOlder() && found.size() < PAGE) {
      return search(query, heard, Turn.NEWEST);
    }
    Turn onward = null;
    if (found.size() > PAGE) {
      found.remove(PAGE);
      onward = new Turn(found.get(PAGE - 1).item().id(), turn.isOlder());
    } else if (!page.isWhole()) {
      onward = new Turn(page.lastId(), turn.isOlder());
    }
    Turn backward = turn.equals(Turn.NEWEST) ? null : turn.back(found);
    if (!turn.isOlder()) {
      Collections.reverse(found);
    }
    return turn.isOlder()
        ? new Results(found, backward, onward, upkeep.isComplete())
        : new Results(found, onward, backward, upkeep.isComplete());
  }

  /** Whether nothing is stored yet. */
  public boolean isEmpty() {
    return items.oldest().isEmpty();
  }

  /** Stops following, makes safe what was taken over, and closes the index. */
  @Override
  public void close() {
    upkeep.close();
  }
}
