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
  private static final Set<String> ITEMS = Set.of("entry", "item");

  /** Items looked at, of which the newest are kept. */
  static final int MAX_READ = 20_000;

  /** The tree of a text that {@link XmlText#clean} went over, or null if it holds no feed. */
  static @Nullable XmlTree of(String cleaned) {
    Parser parser = Parser.xmlParser().setMaxDepth(2 * Nesting.MAX_DEPTH);
    Document document = Jsoup.parse(cleaned, "", parser);
    Element first = document.firstElementChild();
    if (first == null || local(first).equals("html")) {
      return null;
    }
    if (ITEMS.contains(local(first))) {
      return new XmlTree(first, new Names(prefix(first)));
    }
    return document.stream()
        .filter(element -> ROOTS.contains(local(element)))
        .findFirst()
        .map(root -> new XmlTree(root, new Names(prefix(root))))
        .orElse(null);
  }

  private static String prefix(Element element) {
    String name = element.tagName();
    return name.substring(0, Math.max(0, name.indexOf(':')));
  }

  private static String local(Element element) {
    String name = element.tagName();
    return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }

  /** Whether it is of the family of RSS, by its outermost element. */
  boolean isRss() {
    String name = local(root);
    return name.equals("rss") || name.equals("rdf");
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

  /**
   * The items wherever they stand, in the document's order; a document that is an item itself (an
   * Atom Entry Document) has the one.
   */
  List<Element> items() {
    if (isItem(root)) {
      return List.of(root);
    }
    List<Element> all = new ArrayList<>();
    for (Element element : root.getAllElements()) {
      if (element != root && isItem(element) && all.size() < MAX_READ) {
        all.add(element);
      }
    }
    List<Element> own = all.stream().filter(this::isOwn).toList();
    return own.isEmpty() ? all : own;
  }

  private boolean isItem(Element element) {
    return ITEMS.contains(local(element)) && ITEMS.contains(names.of(element));
  }

  /**
   * Whether it is the feed's and not of an extension's element; where all stand in one, that was
   * not closed.
   */
  private boolean isOwn(Element item) {
    Element parent = item.parent();
    return parent == root || (parent != null && names.of(parent).indexOf(':') < 0);
  }
}
