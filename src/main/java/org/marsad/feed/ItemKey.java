package org.marsad.feed;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an item, at most 500 characters each. A link's begins with {@code //}, a text's with
 * {@code #}; no guid's does, so that no two kinds are ever taken for each other. Pure functions.
 */
final class ItemKey {
  private static final int MAX_CHARS = 500;
  private static final Pattern TRACKING =
      Pattern.compile("(utm_[^=]*|fbclid|gclid|at_[^=]*|ns_[^=]*)(=.*)?", Pattern.CASE_INSENSITIVE);

  private ItemKey() {}

  /** Of a guid, or empty where none is stated. One that is an address may change its http. */
  static String guid(String stated) {
    String guid = stated.strip();
    boolean address = Links.http(guid) != null;
    String key = address ? canonical(guid) + fragment(guid) : guid;
    return capped(key.startsWith("//") || key.startsWith("#") ? "guid:" + key : key);
  }

  /** Of a link, or empty where there is none. */
  static String link(@Nullable String link) {
    return link == null ? "" : capped(canonical(link));
  }

  /** Of headline and text. */
  static String text(Item item) {
    return "#" + Sha256.hex(item.title() + "\n" + item.summary());
  }

  /**
   * The link without what makes no difference: http or https, case of the host, default port,
   * trailing slash, fragment, tracking parameters. Other parameters and the path's case stay.
   */
  static String canonical(String link) {
    String bare = before('#', link.strip());
    String address = before('?', bare);
    String kept = withoutTracking(bare.substring(address.length()));
    String path = withoutTrailingSlashes(address.replaceFirst("(?i)^https?://", ""));
    String host = before('/', path);
    return "//"
        + host.toLowerCase(Locale.ROOT).replaceFirst(":(80|443)$", "")
        + path.substring(host.length())
        + (kept.isEmpty() ? "" : "?" + kept);
  }

  private static String fragment(String address) {
    return address.substring(before('#', address).length());
  }

  private static String before(char sign, String text) {
    int at = text.indexOf(sign);
    return at < 0 ? text : text.substring(0, at);
  }

  private static String withoutTrailingSlashes(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }

  private static String withoutTracking(String query) {
    return query.isEmpty()
        ? ""
        : Arrays.stream(query.substring(1).split("&"))
            .filter(parameter -> !parameter.isEmpty() && !TRACKING.matcher(parameter).matches())
            .collect(Collectors.joining("&"));
  }

  private static String capped(String key) {
    return key.length() > MAX_CHARS ? key.substring(0, MAX_CHARS - 64) + Sha256.hex(key) : key;
  }
}
