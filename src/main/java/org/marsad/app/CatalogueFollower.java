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

  /**
   * Reads the catalogue for the first time.
   *
   * @param sources the catalogue as it is at this moment; what it throws, this throws too
   */
  CatalogueFollower(Supplier<List<CatalogueFeed>> sources, Feeds feeds) {
    this.sources = sources;
    this.feeds = feeds;
    this.last = sources.get();
    feeds.follow(last);
  }

  /**
   * Reads the catalogue again and, if it changed, takes it over.
   *
   * @param taken what is to be done then; should it fail, all is done again the next time
   */
  synchronized void look(Runnable taken) {
    List<CatalogueFeed> now;
    try {
      now = sources.get();
      trouble = "";
    } catch (RuntimeException e) {
      String said = String.valueOf(e.getMessage());
      if (!said.equals(trouble)) {
        LOG.error("The last good catalogue of sources stays in use: {}", said);
        trouble = said;
      }
      return;
    }
    if (now.equals(last)) {
      return;
    }
    feeds.follow(now);
    taken.run();
    last = now;
    LOG.info("The catalogue of sources changed: {} sources", now.size());
  }
}
