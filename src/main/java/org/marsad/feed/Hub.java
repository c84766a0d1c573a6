package org.marsad.feed;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Who tells when a feed has something new, where it names anybody (WebSub, W3C Recommendation of
 * 2018, section 4). Pure functions.
 *
 * @param address the hub's
 * @param topic the feed's own name for itself, which the hub knows it by
 */
public record Hub(URI address, URI topic) {
  static final int MAX_CHARS = 2000;

  /** One link of a Link header (RFC 8288) with its relations. */
  private static final Pattern LINK =
      Pattern.compile("<([^<>]*)>[^,<]*?;\\s*rel\\s*=\\s*\"?([^\",;]*)\"?");

  /** The hub in the headers of an answer; these stand above what the document says. */
  static @Nullable Hub of(List<String> linkHeaders, URI from) {
    String hub = null;
    String self = null;
    for (String header : linkHeaders) {
      for (Matcher link = LINK.matcher(header); link.find(); ) {
        List<String> relations = List.of(link.group(2).toLowerCase(Locale.ROOT).split("\\s+"));
        hub = hub == null && relations.contains("hub") ? link.group(1) : hub;
        self = self == null && relations.contains("self") ? link.group(1) : self;
      }
    }
    return of(hub, self, from);
  }

  /** The hub that the elements {@code link} of a feed name. */
  static @Nullable Hub of(Fields channel, Origin origin) {
    return of(href(channel, origin, "hub"), href(channel, origin, "self"), origin.url());
  }

  private static @Nullable String href(Fields channel, Origin origin, String relation) {
    for (Element link : channel.all("link")) {
      if (Names.attribute(link, "rel").equalsIgnoreCase(relation)) {
        return origin.resolve(link, Names.attribute(link, "href"));
      }
    }
    return null;
  }

  /**
   * The hub of these two links.
   *
   * @param self null where the feed does not say what it calls itself: where it was read, then
   */
  static @Nullable Hub of(@Nullable String hub, @Nullable String self, URI from) {
    if (hub == null || hub.isBlank()) {
      return null;
    }
    Optional<URI> address = fit(hub, from);
    Optional<URI> topic = self == null ? Optional.of(from) : fit(self, from);
    return address.isPresent() && topic.isPresent() ? new Hub(address.get(), topic.get()) : null;
  }

  private static Optional<URI> fit(String link, URI from) {
    return Links.uri(Links.resolve(from.toString(), link))
        .filter(uri -> FeedUrl.refusal(uri).isEmpty())
        .filter(uri -> uri.toString().length() <= MAX_CHARS);
  }
}
