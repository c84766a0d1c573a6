package org.marsad.feed;

import org.jspecify.annotations.Nullable;

/**
 * What the server said of the last body, echoed to it exactly (RFC 9110, 13.1), and our own hash of
 * that body for servers that say nothing.
 *
 * @param etag the ETag header as it came
 * @param lastModified the Last-Modified header as it came
 * @param bodyHash SHA-256 of the body, in hexadecimal
 */
public record Validators(
    @Nullable String etag, @Nullable String lastModified, @Nullable String bodyHash) {
  /** Nothing known yet. */
  public static final Validators NONE = new Validators(null, null, null);
}
