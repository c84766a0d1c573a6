package org.marsad.feed;

/**
 * A feed as somebody's OPML document lists it, unchecked.
 *
 * @param url as written
 * @param title as written; the address where there is none
 */
public record Listed(String url, String title) {}
