package org.marsad.feed;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Where and when a document was read.
 *
 * @param url where it came from; relative links are resolved against it
 * @param zone that of its dates which name none
 * @param readAt when it was read
 */
record Origin(URI url, ZoneId zone, Instant readAt) {}
