package org.marsad.feed;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an address must be to be a feed's, and when two addresses are one feed. Pure functions. */
public final class FeedUrl {
  /** Of an address that is kept, with all but ASCII escaped. */
  static final int MAX_CHARS = 2000;

  private FeedUrl() {}

  /** Whether an address is short enough to be kept. */
  static boolean isKept(URI url) {
    return url.toASCIIString().length() <= MAX_CHARS;
  }

  /**
   * Why this address is refused, or empty if it is fit to be fetched: http or https, a host, no
   * credentials.
   */
  public static Optional<String> refusal(URI url) {
    String scheme = scheme(url);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Optional.of("only http and https addresses are fetched");
    }
    if (url.getRawAuthority() == null) {
      return Optional.of("the address has no host");
    }
    if (url.getRawAuthority().indexOf('@') >= 0) {
      return Optional.of("addresses with a user name or password are not accepted");
    }
    return Optional.empty();
  }

  /**
   * The key by which two addresses are one feed: scheme, case of the host, default port, fragment
   * and trailing slashes make no difference; the case of the path and the query do.
   */
  public static String key(URI url) {
    String path = url.getRawPath() == null ? "" : url.getRawPath();
    while (path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    return host(url) + path + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
  }

  private static String host(URI url) {
    String host = authority(url.getRawAuthority());
    String standard = scheme(url).equals("https") ? ":443" : ":80";
    return host.endsWith(standard) ? host.substring(0, host.length() - standard.length()) : host;
  }

  private static String authority(@Nullable String authority) {
    return authority == null ? "" : authority.toLowerCase(Locale.ROOT);
  }

  private static String scheme(URI url) {
    return url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
  }
}
