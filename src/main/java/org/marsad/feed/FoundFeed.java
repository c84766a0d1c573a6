package org.marsad.feed;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A feed that was looked for and read.
 *
 * @param url where it stands; after permanent redirects, the address it moved to
 * @param content what it says at this moment
 */
public record FoundFeed(URI url, ParsedFeed content) {
  /** What to call it: its own title in one line, else its host. */
  public String title() {
    String title = PlainText.line(content.title());
    return title.isEmpty()
        ? Objects.requireNonNullElse(url.getHost(), url.toString())
        : PlainText.cut(title, CatalogueFeed.MAX_TITLE_CHARS);
  }

  /** Its language by ISO 639-1, or empty where it names none. */
  public String language() {
    String named = content.language() == null ? "" : content.language().strip();
    String code = named.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    return code.matches("[a-z]{2}") ? code : "";
  }

  /** The headline of its newest item, by the items' dates, else by their order; may be empty. */
  public String newest() {
    return content.items().stream()
        .filter(item -> !item.title().isBlank())
        .reduce((one, other) -> isNewer(other, one) ? other : one)
        .map(item -> PlainText.line(item.title()))
        .orElse("");
  }

  private static boolean isNewer(Item item, Item than) {
    return item.publishedAt() != null
        && than.publishedAt() != null
        && item.publishedAt().isAfter(than.publishedAt());
  }

  /** Whether both show the same items: one feed in two formats, or under two addresses. */
  boolean shows(FoundFeed other) {
    Set<String> links = links();
    return !links.isEmpty() && links.equals(other.links());
  }

  private Set<String> links() {
    return linksOf(content.items());
  }

  /** The canonical links of these items. */
  static Set<String> linksOf(List<Item> items) {
    return items.stream()
        .map(item -> ItemKey.link(item.link()))
        .filter(link -> !link.isEmpty())
        .collect(Collectors.toSet());
  }
}
