package org.marsad.feed;

import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The page of an item or feed. Pure functions.
 *
 * @param fields of the item or feed
 * @param origin of its document
 */
record ItemLink(Fields fields, Origin origin) {

  static @Nullable String of(Fields fields, Origin origin) {
    ItemLink link = new ItemLink(fields, origin);
    String page = link.original();
    page = page == null ? link.alternate() : page;
    page = page == null ? link.ofElement() : page;
    return page == null ? link.enclosed() : page;
  }

  /** The address behind a service that counts clicks; Feedburner's own stopped working. */
  private @Nullable String original() {
    return Links.http(fields.raw("feedburner:origlink", "pheedo:origlink"));
  }

  /** Atom's rel=alternate, or RSS's link; HTML rather than another type, the last of equals. */
  private @Nullable String alternate() {
    Element best = null;
    for (Element link : fields.all("link")) {
      String rel = Names.attribute(link, "rel").toLowerCase(Locale.ROOT);
      boolean page = rel.isEmpty() || rel.equals("alternate");
      if (page && !reference(link).isBlank() && (best == null || isHtml(link) || !isHtml(best))) {
        best = link;
      }
    }
    return best == null ? null : origin.resolve(best, reference(best));
  }

  private static String reference(Element link) {
    String href = Names.attribute(link, "href");
    return href.isEmpty() ? link.ownText() : href;
  }

  private static boolean isHtml(Element link) {
    return Names.attribute(link, "type").equalsIgnoreCase("text/html");
  }

  /** CDF's HREF; a guid unless it says it is no permalink; an id that is an address. */
  private @Nullable String ofElement() {
    Element element = fields.element();
    String href = Names.attribute(element, "href");
    if (!href.isEmpty()) {
      return origin.resolve(element, href);
    }
    List<Element> guids = fields.all("guid");
    boolean isPage =
        guids.isEmpty() || !Names.attribute(guids.get(0), "ispermalink").equalsIgnoreCase("false");
    return isPage ? Links.http(ItemId.of(fields, origin)) : null;
  }

  /** What is enclosed, where the item is nothing but that. */
  private @Nullable String enclosed() {
    for (Element enclosure : fields.all("enclosure")) {
      return fields.all("guid").isEmpty()
          ? origin.resolve(enclosure, Names.attribute(enclosure, "url"))
          : null;
    }
    for (Element link : fields.all("link")) {
      if (Names.attribute(link, "rel").equalsIgnoreCase("enclosure")) {
        return origin.resolve(link, reference(link));
      }
    }
    return null;
  }
}
