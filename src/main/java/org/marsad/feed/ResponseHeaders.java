package org.marsad.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What a server's headers say of when to come again (RFC 9110 and 9111).
 *
 * @param headers as they came
 * @param now for headers that name a moment
 */
record ResponseHeaders(Headers headers, Instant now) {
  private static final Pattern MAX_AGE =
      Pattern.compile("max-age\\s*=\\s*\"?(\\d{1,9})", Pattern.CASE_INSENSITIVE);

  /** The validators of this answer; a 304 that leaves them out keeps those before. */
  Validators validators(Validators before, @Nullable String hash) {
    String etag = headers.get("ETag");
    String lastModified = headers.get("Last-Modified");
    return new Validators(
        ifShort(etag == null ? before.etag() : etag, 1000),
        ifShort(lastModified == null ? before.lastModified() : lastModified, 200),
        hash == null ? before.bodyHash() : hash);
  }

  /** A validator too long to keep is as good as none: half an ETag would match nothing. */
  private static @Nullable String ifShort(@Nullable String value, int maxChars) {
    return value == null || value.length() > maxChars ? null : value;
  }

  /** Cache-Control's max-age, else Expires less Date. */
  @Nullable Duration maxAge() {
    String control = headers.get("Cache-Control");
    Matcher matcher = MAX_AGE.matcher(control == null ? "" : control);
    if (matcher.find()) {
      return Duration.ofSeconds(Long.parseLong(matcher.group(1)));
    }
    Instant expires = moment("Expires");
    Instant date = moment("Date");
    return expires == null ? null : positive(Duration.between(date == null ? now : date, expires));
  }

  /** Retry-After in seconds or as a date. */
  @Nullable Duration retryAfter() {
    String value = headers.get("Retry-After");
    if (value == null) {
      return null;
    }
    if (value.strip().matches("[0-9]{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(value.strip()));
    }
    Instant until = moment("Retry-After");
    return until == null ? null : positive(Duration.between(now, until));
  }

  private @Nullable Instant moment(String name) {
    String value = headers.get(name);
    return value == null ? null : FeedDate.parse(value, ZoneOffset.UTC);
  }

  private static Duration positive(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }
}
