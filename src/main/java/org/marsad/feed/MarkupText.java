package org.marsad.feed;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The text between the tags of an element, its blocks on lines of their own. */
final class MarkupText implements NodeVisitor {
  private static final Set<String> DROPPED =
      Set.of("script", "style", "noscript", "iframe", "template", "svg", "textarea");
  private static final Set<String> BREAKING =
      Set.of(
          ("p div br li ul ol tr table h1 h2 h3 h4 h5 h6 blockquote section article header footer"
                  + " figure figcaption hr dt dd pre address aside main nav")
              .split(" "));

  private final Element top;
  private final StringBuilder text = new StringBuilder();
  private int dropped;

  private MarkupText(Element top) {
    this.top = top;
  }

  static String of(Element top) {
    MarkupText visitor = new MarkupText(top);
    top.traverse(visitor);
    return visitor.text.toString();
  }

  @Override
  public void head(Node node, int depth) {
    if (DROPPED.contains(node.normalName())) {
      dropped++;
    } else if (node instanceof TextNode words && dropped == 0) {
      text.append(words.getWholeText().replace('\n', ' '));
    } else {
      breakAt(node);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    dropped -= DROPPED.contains(node.normalName()) ? 1 : 0;
    breakAt(node);
  }

  private void breakAt(Node node) {
    if (node != top && node instanceof Element element) {
      String name = element.normalName();
      text.append(BREAKING.contains(name) ? "\n" : name.equals("td") ? " " : "");
    }
  }
}
