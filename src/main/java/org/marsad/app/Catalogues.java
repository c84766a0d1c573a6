package org.marsad.app;

import java.io.UncheckedIOException;
import java.util.List;
import org.marsad.entity.Catalogue;
import org.marsad.entity.CatalogueException;
import org.marsad.feed.CatalogueFeed;
import org.marsad.feed.Opml;

/** The operator's two lists, read from where the settings say. */
final class Catalogues {
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
}
