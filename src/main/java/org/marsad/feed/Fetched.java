package org.marsad.feed;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one fetch. Expected outcomes are values; nothing here is thrown. */
public sealed interface Fetched {

  /**
   * A new body.
   *
   * @param bytes the body, decompressed; not copied, not to be changed
   * @param contentType the header as it came
   * @param finalUrl where it came from after redirects; the base of relative links
   * @param validators what to echo at the next fetch
   * @param maxAge how long the server calls the body fresh, from Cache-Control or Expires
   * @param movedTo the new address, if every redirect on the way was a permanent one
   * @param hub who tells when the feed has something new, if the headers name anybody
   */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere; a copy of 8 MiB helps nobody
  record Body(
      byte[] bytes,
      @Nullable String contentType,
      URI finalUrl,
      Validators validators,
      @Nullable Duration maxAge,
      @Nullable URI movedTo,
      @Nullable Hub hub)
      implements Fetched {}

  /**
   * Nothing new: the server said so (304), or the body is the one we had.
   *
   * @param validators what to echo at the next fetch
   * @param maxAge how long the server calls the body fresh
   * @param movedTo the new address, if every redirect on the way was a permanent one
   */
  record NotModified(Validators validators, @Nullable Duration maxAge, @Nullable URI movedTo)
      implements Fetched {}

  /**
   * No body.
   *
   * @param reason the named reason
   * @param detail what happened, for the operator: one line, no secrets
   * @param retryAfter how long the server asks us to stay away
   */
  record Failed(Reason reason, String detail, @Nullable Duration retryAfter) implements Fetched {
    /** Without a wish of the server's. */
    public Failed(Reason reason, String detail) {
      this(reason, detail, null);
    }
  }
}
