package org.marsad.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Where a site's feeds may stand, by its page and by custom. Pure functions. */
final class FeedLinks {
  /**
   * Media types by which pages name a feed (HTML Living Standard, 4.6.7.1, and what is in use for
   * JSON Feed).
   */
  private static final Set<String> TYPES =
      Set.of(
          "application/rss+xml",
          "application/atom+xml",
          "application/rdf+xml",
          "application/feed+json",
          "application/json",
          "application/xml",
          "text/xml");

  /** Below a page, then at the root of its site: WordPress, Drupal, Hugo, Jekyll, Medium. */
  private static final List<String> CUSTOMARY =
      List.of("feed", "rss", "rss.xml", "feed.xml", "atom.xml", "index.xml", "?feed=rss2");

  private static final Pattern LIKE_A_FEED =
      Pattern.compile("(^|[/._-])(rss2?|atom|feeds?|rdf)([/._?-]|$)|\\.xml$");

  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);

  private FeedLinks() {}

  /** The page of a body; its own charset is found by the usual rules of HTML. */
  static Document page(Fetched.Body body) {
    try (var in = new ByteArrayInputStream(body.bytes())) {
      return Jsoup.parse(in, charset(body.contentType()), body.finalUrl().toString());
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot fail to be read", e);
    }
  }

  private static @Nullable String charset(@Nullable String contentType) {
    Matcher named = CHARSET.matcher(contentType == null ? "" : contentType);
    boolean known = named.find() && java.nio.charset.Charset.isSupported(named.group(1));
    return known ? named.group(1) : null;
  }

  /** The feeds a page names as its own ({@code link rel=alternate}), in its order. */
  static List<URI> named(Document page) {
    return addresses(
        page.select("link[rel~=(?i)(^|\\s)alternate(\\s|$)][href]").stream()
            .filter(link -> TYPES.contains(type(link))));
  }

  private static String type(Element link) {
    return link.attr("type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** What a page's links lead to that looks like a feed's address, in its order. */
  static List<URI> linked(Document page) {
    return addresses(page.select("a[href]").stream()).stream()
        .filter(address -> LIKE_A_FEED.matcher(tail(address)).find())
        .toList();
  }

  /** The path and query, in lower case: the host's name says nothing of a feed. */
  private static String tail(URI address) {
    String path = address.getRawPath() == null ? "" : address.getRawPath();
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    return (path + query).toLowerCase(Locale.ROOT);
  }

  private static List<URI> addresses(Stream<Element> links) {
    return links
        .map(link -> link.absUrl("href"))
        .flatMap(href -> Links.uri(href).stream())
        .filter(address -> FeedUrl.refusal(address).isEmpty())
        .distinct()
        .toList();
  }

  /** Where feeds stand by custom: below this page first, then at the root of its site. */
  static List<URI> customary(URI page) {
    Set<URI> places = new LinkedHashSet<>();
    for (String base : List.of(folder(page), root(page))) {
      for (String place : CUSTOMARY) {
        places.add(URI.create(base + place));
      }
    }
    return new ArrayList<>(places);
  }

  private static String root(URI page) {
    return page.getScheme() + "://" + page.getRawAuthority() + "/";
  }

  private static String folder(URI page) {
    String path = page.getRawPath() == null ? "" : page.getRawPath();
    return root(page) + path.replaceFirst("^/+", "").replaceFirst("([^/])$", "$1/");
  }
}
