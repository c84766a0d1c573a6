package org.marsad.feed;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * One name for what the dialects spell differently: lower case, no prefix for the elements of RSS,
 * Atom and CDF, and the usual prefix for the modules, whatever prefix or namespace a feed chose.
 *
 * @param rootPrefix the prefix of the root element; what carries it is of the feed's own dialect
 */
record Names(String rootPrefix) {
  /** Starts of the namespaces of whole formats, without scheme and case. */
  private static final Pattern FORMAT =
      Pattern.compile(
          "https?://(www\\.w3\\.org/2005/atom|purl\\.org/atom/|purl\\.org/rss/1\\.0/?$"
              + "|purl\\.org/net/rss1\\.1|(my|channel)\\.netscape\\.com/|backend\\.userland\\.com/"
              + "|blogs\\.law\\.harvard\\.edu/|cyber\\.(law\\.)?harvard\\.edu/|www\\.rssboard\\.org/"
              + "|www\\.w3\\.org/standards/techs/cdf).*");

  /** It is looked at for each element it holds for; none that is known is half as long. */
  private static final int MAX_NAMESPACE_CHARS = 200;

  private static final Map<String, String> MODULES =
      Map.ofEntries(
          Map.entry("purl.org/dc/elements/1.1", "dc"),
          Map.entry("purl.org/dc/elements/1.0", "dc"),
          Map.entry("purl.org/dc/terms", "dcterms"),
          Map.entry("purl.org/rss/1.0/modules/content", "content"),
          Map.entry("purl.org/rss/1.0/modules/syndication", "sy"),
          Map.entry("search.yahoo.com/mrss", "media"),
          Map.entry("www.rssboard.org/media-rss", "media"),
          Map.entry("www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
          Map.entry("www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"),
          Map.entry("www.w3.org/1999/xhtml", "xhtml"),
          Map.entry("rssnamespace.org/feedburner/ext/1.0", "feedburner"),
          Map.entry("www.pheedo.com/namespace/pheedo", "pheedo"));
  private static final Set<String> FORMAT_PREFIXES = Set.of("", "rss", "atom", "atom03", "atom10");

  /** The dialect-free name of this element. */
  String of(Element element) {
    String name = element.tagName();
    int colon = name.indexOf(':');
    String prefix = colon < 0 ? "" : name.substring(0, colon);
    String local = name.substring(colon + 1).toLowerCase(Locale.ROOT);
    String module = module(element, prefix);
    return module.isEmpty() ? local : module + ":" + local;
  }

  private String module(Element element, String prefix) {
    String namespace = namespace(element, prefix);
    if (namespace != null) {
      String lower = PlainText.cut(namespace, MAX_NAMESPACE_CHARS).strip().toLowerCase(Locale.ROOT);
      String module = MODULES.get(bare(lower));
      if (module != null) {
        return module;
      }
      if (FORMAT.matcher(lower).matches()) {
        return "";
      }
    }
    boolean format = prefix.equals(rootPrefix) || FORMAT_PREFIXES.contains(prefix);
    return format ? "" : prefix.toLowerCase(Locale.ROOT);
  }

  /** Without scheme and without slashes and hashes at its end. */
  private static String bare(String namespace) {
    int start = namespace.startsWith("http://") ? 7 : namespace.startsWith("https://") ? 8 : 0;
    int end = namespace.length();
    while (end > start && (namespace.charAt(end - 1) == '/' || namespace.charAt(end - 1) == '#')) {
      end--;
    }
    return namespace.substring(start, end);
  }

  private static @Nullable String namespace(Element element, String prefix) {
    String declaration = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix;
    for (Element above = element; above != null; above = above.parent()) {
      if (above.hasAttr(declaration)) {
        return above.attr(declaration);
      }
    }
    return null;
  }

  /** The attribute of this local name in any case and with any prefix, or an empty text. */
  static String attribute(Element element, String local) {
    for (Attribute attribute : element.attributes()) {
      String key = attribute.getKey();
      if (key.substring(key.indexOf(':') + 1).equalsIgnoreCase(local)) {
        return attribute.getValue().strip();
      }
    }
    return "";
  }
}
