package org.marsad.app;

import java.util.List;
import java.util.function.Supplier;
import org.marsad.feed.CatalogueFeed;
import org.marsad.feed.Feeds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the polled sources those of the catalogue. A catalogue that cannot be read leaves the last
 * good one in use and is told once.
 */
final class CatalogueFollower {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogueFollower.class);

  private final Supplier<List<CatalogueFeed>> sources;
  private final Feeds feeds;
  private List<CatalogueFeed> last;
  private String trouble = "";

  CatalogueFollower(Supplier<List<CatalogueFeed>> sources, List<CatalogueFeed> first, Feeds feeds) {
    this.sources = sources;
    this.feeds = feeds;
    this.last = first;
    feeds.follow(first);
  }

  /** Reads the catalogue again; true if it changed and the polled sources with it. */
  synchronized boolean changed() {
    List<CatalogueFeed> now;
    try {
      now = sources.get();
      trouble = "";
    } catch (RuntimeException e) {
      String said = String.valueOf(e.getMessage());
      if (!said.equals(trouble)) {
        LOG.error(
            "The catalogue of sources cannot be read; the last good one stays in use: {}", said);
        trouble = said;
      }
      return false;
    }
    if (now.equals(last)) {
      return false;
    }
    feeds.follow(now);
    last = now;
    LOG.info("The catalogue of sources changed: {} sources", now.size());
    return true;
  }
}
