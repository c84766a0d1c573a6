package org.marsad.feed;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What tells an item from the others of its feed: its guid, else its link, else a hash of its text.
 * Pure functions.
 */
public final class ItemKey {
  private static final int MAX_CHARS = 500;
  private static final Pattern TRACKING =
      Pattern.compile("(utm_[^=]*|fbclid|gclid|at_[^=]*|ns_[^=]*)(=.*)?", Pattern.CASE_INSENSITIVE);

  private ItemKey() {}

  /**
   * The key, at most 500 characters.
   *
   * @param byLink whether the feed's guids proved unsteady, so that the link decides, or the text
   *     where there is no link
   */
  public static String of(Item item, boolean byLink) {
    String guid = item.guid().strip();
    if (!byLink && !guid.isEmpty()) {
      return capped(guid);
    }
    return item.link() == null
        ? Sha256.hex(item.title() + "\n" + item.summary())
        : capped(canonical(item.link()));
  }

  /**
   * The link without what makes no difference: http or https, case of the host, default port,
   * trailing slash, fragment, tracking parameters. Other parameters and the path's case stay.
   */
  public static String canonical(String link) {
    String bare = link.strip().replaceFirst("#.*", "");
    int query = bare.indexOf('?');
    String address = query < 0 ? bare : bare.substring(0, query);
    String kept = query < 0 ? "" : withoutTracking(bare.substring(query + 1));
    String path = withoutTrailingSlashes(address.replaceFirst("(?i)^https?://", ""));
    int slash = path.indexOf('/');
    String host = (slash < 0 ? path : path.substring(0, slash)).toLowerCase(Locale.ROOT);
    String rest = slash < 0 ? "" : path.substring(slash);
    return "//" + host.replaceFirst(":(80|443)$", "") + rest + (kept.isEmpty() ? "" : "?" + kept);
  }

  private static String withoutTrailingSlashes(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }

  private static String withoutTracking(String query) {
    return Arrays.stream(query.split("&"))
        .filter(parameter -> !parameter.isEmpty() && !TRACKING.matcher(parameter).matches())
        .collect(Collectors.joining("&"));
  }

  /**
   * Whether one document states a guid twice for items that are not the same by their links: such
   * guids tell nothing apart, and the feed's items are told by their links from then on.
   */
  public static boolean repeatsGuid(List<Item> items) {
    Map<String, String> links = new HashMap<>();
    return items.stream()
        .filter(item -> !item.guid().isBlank())
        .anyMatch(
            item -> {
              String link = of(item, true);
              return !link.equals(links.computeIfAbsent(of(item, false), guid -> link));
            });
  }

  private static String capped(String key) {
    return key.length() > MAX_CHARS ? Sha256.hex(key) : key;
  }
}
