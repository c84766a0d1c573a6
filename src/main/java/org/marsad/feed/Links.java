package org.marsad.feed;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** References as feeds write them, made absolute and left as written otherwise. Pure functions. */
final class Links {
  private static final Pattern ABSOLUTE =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);
  private static final Pattern BLANK = Pattern.compile("\\s+");

  private static final int MAX_CHARS = 4000;

  private Links() {}

  /** The reference seen from the base (RFC 3986, 5.2); returned as it is if it cannot be. */
  static String resolve(String base, String reference) {
    String clean =
        BLANK.matcher(reference.strip()).replaceAll(reference.contains("\n") ? "" : "%20");
    if (ABSOLUTE.matcher(clean).matches() || base.isEmpty()) {
      return clean;
    }
    try {
      URI from = new URI(escape(base));
      if (clean.isEmpty()) {
        return base;
      }
      if (clean.startsWith("?")) {
        return base.replaceFirst("[?#].*", "") + clean;
      }
      String rooted = from.getRawPath() == null || from.getRawPath().isEmpty() ? "/" : "";
      URI whole = rooted.isEmpty() ? from : from.resolve(rooted);
      return whole.resolve(escape(clean)).toString();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return clean;
    }
  }

  /** Whether the address names no scheme. */
  static boolean isRelative(String address) {
    return !address.isEmpty() && !ABSOLUTE.matcher(address).matches();
  }

  /** The address as a URI, where it can be one. */
  static Optional<URI> uri(String url) {
    try {
      return Optional.of(new URI(escape(url)));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /**
   * The address if it is one of the web, not longer than anything follows, and free of control
   * characters, which no database takes; else null.
   */
  static @Nullable String http(String url) {
    boolean web =
        url.regionMatches(true, 0, "http://", 0, 7) || url.regionMatches(true, 0, "https://", 0, 8);
    boolean kept = url.length() <= MAX_CHARS && url.chars().noneMatch(Character::isISOControl);
    return web && kept ? url : null;
  }

  /** Characters that java.net.URI refuses and browsers send escaped. */
  private static String escape(String url) {
    StringBuilder escaped = new StringBuilder();
    for (char c : url.toCharArray()) {
      if ("\"<>\\^`{|} ".indexOf(c) >= 0) {
        escaped.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
