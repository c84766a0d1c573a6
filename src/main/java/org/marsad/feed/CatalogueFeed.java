package org.marsad.feed;

import java.net.URI;
import java.util.List;

/**
 * A feed as an OPML file lists it.
 *
 * @param url its address, fit to be fetched
 * @param title what alerts call the outlet
 * @param language ISO 639-1, or empty
 * @param country ISO 3166-1 alpha-2 in lower case, "int", or empty
 * @param topics what it is about, in the catalogue's words
 * @param fullText whether the pages of its items are read where it gives only teasers
 */
public record CatalogueFeed(
    URI url, String title, String language, String country, List<String> topics, boolean fullText) {
  static final int MAX_TITLE_CHARS = 300;

  /** Of a language or a country. */
  static final int MAX_CODE_CHARS = 8;

  /** Of all its topics together. */
  static final int MAX_TOPICS_CHARS = 1000;

  /** Copies the topics. */
  public CatalogueFeed {
    topics = List.copyOf(topics);
  }

  /** One without topics, whose pages are not read. */
  public CatalogueFeed(URI url, String title, String language, String country) {
    this(url, title, language, country, List.of(), false);
  }

  /** This one of two that are one feed, by the safe address if either has one. */
  CatalogueFeed safest(CatalogueFeed other) {
    boolean safer =
        "http".equalsIgnoreCase(url.getScheme()) && "https".equalsIgnoreCase(other.url.getScheme());
    return safer ? new CatalogueFeed(other.url, title, language, country, topics, fullText) : this;
  }
}
