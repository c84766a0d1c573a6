package org.marsad.app;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import org.marsad.alert.CatalogueNews;
import org.marsad.entity.Catalogue;
import org.marsad.entity.CatalogueException;
import org.marsad.entity.Entity;
import org.marsad.feed.CatalogueFeed;
import org.marsad.feed.Feeds;
import org.marsad.feed.Opml;
import org.marsad.watch.WatchMatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operator's two lists, read from where the settings say. */
final class Catalogues {
  private static final Logger LOG = LoggerFactory.getLogger(Catalogues.class);

  private Catalogues() {}

  /**
   * The sources.
   *
   * @throws ConfigException naming file and fault
   */
  static List<CatalogueFeed> sources(Config config) {
    try {
      return Opml.read(config.feedsOpml());
    } catch (IllegalArgumentException e) {
      throw Setting.MARSAD_FEEDS_OPML.wrong("names a file that is wrong: " + e.getMessage());
    } catch (UncheckedIOException e) {
      throw Setting.MARSAD_FEEDS_OPML.wrong(
          "names a file that cannot be read: " + e.getMessage() + ", " + e.getCause());
    }
  }

  /**
   * The entities.
   *
   * @throws ConfigException naming file, line and fault
   */
  static Catalogue entities(Config config) {
    try {
      return Catalogue.read(config.entities());
    } catch (CatalogueException e) {
      throw Setting.MARSAD_ENTITIES.wrong("names a file that is wrong: " + e.getMessage());
    }
  }

  /**
   * Follows the sources: those of now are stored at once, others when they are listed.
   *
   * @param then what is to be done when the stored ones have changed
   * @param news told what is wrong with the file
   */
  static Followed<List<CatalogueFeed>> follow(
      Supplier<List<CatalogueFeed>> listed, Feeds feeds, Runnable then, CatalogueNews news) {
    List<CatalogueFeed> first = listed.get();
    feeds.follow(first);
    return new Followed<>(
        "sources",
        listed,
        first,
        newer -> {
          feeds.follow(newer);
          then.run();
        },
        reason -> news.tell(CatalogueNews.Which.SOURCES, reason));
  }

  /** Follows the entities: the matcher gets those of the changed file. */
  static Followed<Catalogue> follow(Config config, WatchMatcher matcher, CatalogueNews news) {
    return new Followed<>(
        "entities",
        () -> matcher.catalogue().asOf(config.entities()),
        matcher.catalogue(),
        newer -> use(newer, matcher),
        reason -> news.tell(CatalogueNews.Which.ENTITIES, reason));
  }

  /** The log names the entities that no longer are. */
  private static void use(Catalogue newer, WatchMatcher matcher) {
    List<String> gone =
        matcher.catalogue().all().stream()
            .map(Entity::id)
            .filter(id -> newer.find(id).isEmpty())
            .toList();
    matcher.use(newer);
    if (!gone.isEmpty()) {
      LOG.warn("Entities no longer in the catalogue, watches of which find nothing: {}", gone);
    }
  }
}
