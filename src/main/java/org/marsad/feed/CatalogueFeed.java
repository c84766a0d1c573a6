package org.marsad.feed;

import java.net.URI;

/**
 * One source of the operator's OPML.
 *
 * @param url where it is fetched
 * @param title what alerts call the outlet
 * @param language ISO 639-1, or empty
 * @param country ISO 3166-1 alpha-2 in lower case, "int", or empty
 */
public record CatalogueFeed(URI url, String title, String language, String country) {}
