package org.marsad.feed;

import java.net.URI;

/**
 * A feed as an OPML file lists it.
 *
 * @param url its address, fit to be fetched
 * @param title what alerts call the outlet
 * @param language ISO 639-1, or empty
 * @param country ISO 3166-1 alpha-2 in lower case, "int", or empty
 */
public record CatalogueFeed(URI url, String title, String language, String country) {}
