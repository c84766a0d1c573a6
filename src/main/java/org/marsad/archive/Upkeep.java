package org.marsad.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.marsad.archive.Inquiry.Look;
import org.marsad.feed.Items;
import org.marsad.watch.WatchMatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index open, whole and up to date. {@link #follow} is for one thread at a time; searches
 * go on meanwhile.
 */
final class Upkeep implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final Items items;
  private final WatchMatcher matcher;
  private final Clock clock;
  private final @Nullable Path folder;

  private volatile @Nullable Opened opened;
  private volatile boolean suspect;
  private volatile boolean closed;
  private String trouble = "";
  private Duration pause = Duration.ZERO;
  private Instant notBefore = Instant.MIN;

  /** The index and who fills it. */
  record Opened(ItemIndex index, Following following) {}

  Upkeep(Items items, WatchMatcher matcher, Clock clock, @Nullable Path folder) {
    this.items = items;
    this.matcher = matcher;
    this.clock = clock;
    this.folder = folder;
  }

  /** Whether the index holds all items but the newest. */
  boolean isComplete() {
    Opened current = opened;
    return current != null && current.following().isComplete();
  }

  /** The candidates of a query; none while the index is not open. */
  List<Long> find(Inquiry inquiry, Look look) {
    Opened current = opened;
    if (current == null) {
      return List.of();
    }
    boolean tagged = current.following().isTaggedBy(inquiry.catalogue());
    try {
      return current.index().search(searcher -> inquiry.candidates(searcher, look, tagged));
    } catch (AlreadyClosedException e) {
      LOG.debug("The index was closed while it was searched", e);
    } catch (IOException e) {
      LOG.error("A search in the archive failed; its index is opened again and examined", e);
      suspect = true;
    }
    return List.of();
  }

  /** Takes over what was stored, changed or deleted since the last time. */
  synchronized void follow() {
    if (closed || isResting(clock.instant())) {
      return;
    }
    try {
      Opened current = examined();
      boolean building = !current.following().isComplete();
      current.following().use(matcher.catalogue());
      current.following().catchUp(() -> closed);
      if (building && current.following().isComplete()) {
        LOG.info("The archive holds {} items", current.index().size());
      }
      trouble = "";
      pause = Duration.ZERO;
    } catch (LockObtainFailedException e) {
      tell(
          "The archive's index is in use by another program; nothing is found until it is free", e);
    } catch (IOException | AlreadyClosedException e) {
      tell("The archive's index failed; it is opened again", e);
      suspect = true;
    } catch (RuntimeException e) {
      tell("The archive cannot follow the database; it goes on trying", e);
    }
  }

  /** After a failure, for a while; a clock that was put back does not make it longer. */
  private boolean isResting(Instant now) {
    return now.isBefore(notBefore) && !now.isBefore(notBefore.minus(pause));
  }

  private Opened examined() throws IOException {
    Opened current = opened;
    if (current != null && !suspect) {
      return current;
    }
    letGo();
    suspect = false;
    ItemIndex index = ItemIndex.open(folder);
    current = new Opened(index, new Following(index, items, matcher.catalogue(), clock));
    opened = current;
    return current;
  }

  /** Says it once, and waits longer each time: opening an index anew may read all there is. */
  private void tell(String what, Exception e) {
    Duration doubled = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
    pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    notBefore = clock.instant().plus(pause);
    String said = what + e;
    if (!said.equals(trouble)) {
      LOG.error("{}", what, e);
      trouble = said;
    }
  }

  private void letGo() {
    Opened current = opened;
    opened = null;
    if (current != null) {
      try {
        current.index().close();
      } catch (IOException | AlreadyClosedException e) {
        LOG.warn("The archive's index did not close well: {}", e.toString());
      }
    }
  }

  /** Makes safe what was taken over and closes the index. */
  @Override
  public void close() {
    closed = true;
    finish();
  }

  private synchronized void finish() {
    Opened current = opened;
    if (current != null) {
      try {
        current.following().commit();
      } catch (IOException | AlreadyClosedException e) {
        LOG.warn(
            "What the archive's index took over last is to be taken over again: {}", e.toString());
      }
    }
    letGo();
  }
}
