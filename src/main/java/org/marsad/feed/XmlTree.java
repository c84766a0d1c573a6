package org.marsad.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A feed's elements, read leniently: undeclared prefixes, bare ampersands, HTML's named characters,
 * unclosed elements and cut-off documents are all accepted.
 *
 * @param root the feed's outermost element
 * @param names how its elements are named
 */
record XmlTree(Element root, Names names) {
  private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "channel");

  /** Items looked at, of which the newest are kept. */
  private static final int MAX_READ = 20_000;

  /** The tree of a text that {@link XmlText#clean} went over, or null if it holds no feed. */
  static @Nullable XmlTree of(String cleaned) {
    Parser parser = Parser.xmlParser().setMaxDepth(2 * Nesting.MAX_DEPTH);
    Document document = Jsoup.parse(cleaned, "", parser);
    Element first = document.firstElementChild();
    if (first == null || local(first).equals("html")) {
      return null;
    }
    for (Element element : document.getAllElements()) {
      if (ROOTS.contains(local(element))) {
        String name = element.tagName();
        return new XmlTree(element, new Names(name.substring(0, Math.max(0, name.indexOf(':')))));
      }
    }
    return null;
  }

  private static String local(Element element) {
    String name = element.tagName();
    return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }

  /** What describes the feed as a whole: the channel, or the root itself where there is none. */
  Element channel() {
    for (Element child : root.children()) {
      if (names.of(child).equals("channel")) {
        return child;
      }
    }
    return root;
  }

  /** The items wherever they stand, in the document's order. */
  List<Element> items() {
    List<Element> items = new ArrayList<>();
    for (Element element : root.getAllElements()) {
      if (element != root && isItem(element) && items.size() < MAX_READ) {
        items.add(element);
      }
    }
    return items;
  }

  /** Of the feed's own dialect, and not inside an extension's element. */
  private boolean isItem(Element element) {
    String name = names.of(element);
    Element parent = element.parent();
    return (name.equals("item") || name.equals("entry"))
        && parent != null
        && (parent == root || names.of(parent).indexOf(':') < 0);
  }
}
