package org.marsad.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/**
 * Markup to plain text: tags removed, character references decoded (twice, as many feeds escape
 * twice), blocks on lines of their own, scripts and marks that turn the direction of text dropped.
 * Pure functions.
 */
final class PlainText {
  private static final Pattern MARKUP = Pattern.compile("</?[A-Za-z]|<!--|&#?[A-Za-z0-9]+;");
  private static final Pattern REFERENCE =
      Pattern.compile("&(#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z]\\w+);");
  private static final Pattern DIRECTION =
      Pattern.compile("[\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");
  private static final Pattern UNCLOSED_COMMENT = Pattern.compile("<!--[^>]*>");
  private static final int MAX_MARKUP_CHARS = 200_000;
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0&&[^\\n]]+");
  private static final Pattern BREAKS = Pattern.compile(" ?\\n[ \\n]*");
  private static final Set<String> DROPPED =
      Set.of("script", "style", "noscript", "iframe", "template", "svg", "textarea");
  private static final Set<String> BREAKING =
      Set.of(
          "p",
          "div",
          "br",
          "li",
          "ul",
          "ol",
          "tr",
          "table",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "blockquote",
          "section",
          "article",
          "header",
          "footer",
          "figure",
          "figcaption",
          "hr",
          "dt",
          "dd",
          "pre",
          "address",
          "aside",
          "main",
          "nav");

  private PlainText() {}

  /** The text of an element of a feed, which may hold markup as text, as CDATA or as elements. */
  static String of(Element element) {
    if (!element.children().isEmpty()) {
      return tidy(walk(element));
    }
    String text = element.wholeText();
    return of(isBase64(element) ? base64(text) : text);
  }

  /** The text of HTML, or of plain text that may hold character references. */
  static String of(String markup) {
    String text = withoutUnclosedComments(cut(markup, MAX_MARKUP_CHARS));
    for (int round = 0; round < 2 && MARKUP.matcher(text).find(); round++) {
      text = walk(Jsoup.parse(text, "", Parser.htmlParser().setMaxDepth(Nesting.MAX_DEPTH)).body());
      text = REFERENCE.matcher(text).find() ? Parser.unescapeEntities(text, false) : text;
    }
    return tidy(text);
  }

  /** A comment that never ends would swallow the text behind it; of such, only the tag goes. */
  private static String withoutUnclosedComments(String markup) {
    int behind = markup.lastIndexOf("-->") + 1;
    int open = markup.indexOf("<!--", behind);
    if (open < 0) {
      return markup;
    }
    String tail = markup.substring(open);
    String ended = tail.indexOf('>') < 0 ? tail : UNCLOSED_COMMENT.matcher(tail).replaceAll("");
    return markup.substring(0, open) + ended.replace("<!--", "");
  }

  private static String walk(Element top) {
    StringBuilder text = new StringBuilder();
    top.traverse(
        new NodeVisitor() {
          private int dropped;

          @Override
          public void head(Node node, int depth) {
            if (isDropped(node)) {
              dropped++;
            } else if (node instanceof TextNode words && dropped == 0) {
              text.append(BLANKS.matcher(words.getWholeText().replace('\n', ' ')).replaceAll(" "));
            } else {
              breakAt(node);
            }
          }

          @Override
          public void tail(Node node, int depth) {
            dropped -= isDropped(node) ? 1 : 0;
            breakAt(node);
          }

          private void breakAt(Node node) {
            if (node != top && node instanceof Element element) {
              String name = element.normalName();
              text.append(BREAKING.contains(name) ? "\n" : name.equals("td") ? " " : "");
            }
          }
        });
    return text.toString();
  }

  private static boolean isDropped(Node node) {
    return DROPPED.contains(node.normalName());
  }

  /** Atom 0.3 says so by a mode, Atom 1.0 by a media type that is no text (RFC 4287, 4.1.3.3). */
  private static boolean isBase64(Element element) {
    String type = element.attr("type").toLowerCase(Locale.ROOT);
    boolean text = type.startsWith("text/") || type.endsWith("xml") || type.indexOf('/') < 0;
    boolean escaped = element.hasAttr("mode");
    return element.attr("mode").equals("base64") || (!text && !escaped);
  }

  private static String base64(String text) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getMimeDecoder().decode(text));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return text;
    }
  }

  private static String tidy(String text) {
    String plain = BLANKS.matcher(DIRECTION.matcher(text).replaceAll("")).replaceAll(" ");
    return BREAKS.matcher(plain).replaceAll("\n").strip();
  }

  /** At most this many UTF-16 units, never half a character. */
  static String cut(String text, int maxChars) {
    if (text.length() <= maxChars) {
      return text;
    }
    boolean split = Character.isHighSurrogate(text.charAt(maxChars - 1));
    return text.substring(0, split ? maxChars - 1 : maxChars);
  }
}
