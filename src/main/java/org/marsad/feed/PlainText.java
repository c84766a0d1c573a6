package org.marsad.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Markup to plain text: tags removed, character references decoded (twice, as many feeds escape
 * twice), blocks on lines of their own, scripts and marks that turn the direction of text dropped,
 * double encoding undone. Pure functions.
 */
final class PlainText {
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z]|<!--");
  private static final Pattern MARKUP =
      Pattern.compile("</[A-Za-z]|<(?:br|hr|img|p)[\\s/>]|<!--", Pattern.CASE_INSENSITIVE);
  private static final Pattern REFERENCE =
      Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");
  private static final Pattern UNCLOSED_COMMENT = Pattern.compile("<!--[^>]*>");
  private static final int MAX_MARKUP_CHARS = 200_000;

  private PlainText() {}

  /** The text of an element of a feed, which may hold markup as text, as CDATA or as elements. */
  static String of(Element element) {
    if (!element.children().isEmpty()) {
      return tidy(Mojibake.undo(MarkupText.of(element)));
    }
    String type = element.attr("type").toLowerCase(Locale.ROOT);
    String text = isBase64(element, type) ? base64(element.wholeText()) : element.wholeText();
    return read(text, type.equals("text") || type.equals("text/plain") ? MARKUP : TAG);
  }

  /** The text of HTML, or of plain text that may hold character references. */
  static String of(String markup) {
    return read(markup, TAG);
  }

  /**
   * Decodes once, and once more what was escaped twice. What came out of decoding, or is declared
   * as plain text, may speak of a tag ("the <title> of a page"): it is markup only with an end tag
   * or one that needs none.
   */
  private static String read(String raw, Pattern markup) {
    String text = Mojibake.undo(cut(raw, MAX_MARKUP_CHARS));
    String once = decoded(text, markup);
    return tidy(once.equals(text) ? once : unescaped(decoded(once, MARKUP)));
  }

  private static String decoded(String text, Pattern markup) {
    // Where nothing is ever closed there is no tag: "A<B".
    boolean tags = text.indexOf('>') >= 0 && markup.matcher(text).find();
    return tags ? MarkupText.of(body(withoutUnclosedComments(text))) : unescaped(text);
  }

  private static String unescaped(String text) {
    return REFERENCE.matcher(text).find() ? Parser.unescapeEntities(text, false) : text;
  }

  private static Element body(String html) {
    return Jsoup.parse(html, "", Parser.htmlParser().setMaxDepth(Nesting.MAX_DEPTH)).body();
  }

  /** A comment that never ends would swallow the text behind it; of such, only the tag goes. */
  private static String withoutUnclosedComments(String markup) {
    int open = markup.indexOf("<!--", markup.lastIndexOf("-->") + 1);
    if (open < 0) {
      return markup;
    }
    String tail = markup.substring(open);
    String ended = tail.indexOf('>') < 0 ? tail : UNCLOSED_COMMENT.matcher(tail).replaceAll("");
    return markup.substring(0, open) + ended.replace("<!--", "&lt;!--");
  }

  /** Atom 0.3 says so by a mode, Atom 1.0 by a media type that is no text (RFC 4287, 4.1.3.3). */
  private static boolean isBase64(Element element, String type) {
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

  /**
   * Blanks and line breaks made one each, none at the ends; characters that no text has (controls,
   * halves of characters) and those that turn its direction dropped.
   */
  private static String tidy(String text) {
    StringBuilder tidy = new StringBuilder(text.length());
    boolean broken = false;
    boolean apart = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\n') {
        broken = true;
      } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        apart = true;
      } else if (isText(c)) {
        if (!tidy.isEmpty() && (broken || apart)) {
          tidy.append(broken ? '\n' : ' ');
        }
        tidy.appendCodePoint(c);
        broken = false;
        apart = false;
      }
    }
    return tidy.toString();
  }

  private static boolean isText(int c) {
    boolean turns = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
    return !turns
        && Character.getType(c) != Character.SURROGATE
        && !Character.isISOControl(c)
        && c != 0xfffe
        && c != 0xffff;
  }

  /** What is no markup (an id, an address) on one line, without characters that no text has. */
  static String line(String text) {
    return text.codePoints().allMatch(PlainText::isText)
        ? text.strip()
        : tidy(text).replace('\n', ' ');
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
