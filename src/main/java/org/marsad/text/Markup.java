package org.marsad.text;

import java.util.Locale;
import java.util.Set;
import org.marsad.text.References.Reference;

/**
 * Decodes character references and takes tags out. Tags inside a line leave nothing, so that a word
 * half in bold stays one word; those that begin a block leave a line end. A {@code <} that begins
 * no tag stays.
 */
final class Markup {
  private static final int MAX_TAG_CHARS = 4000;
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "br",
          "li",
          "ul",
          "ol",
          "tr",
          "td",
          "th",
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
          "figure",
          "figcaption",
          "hr",
          "dt",
          "dd",
          "pre");

  private Markup() {}

  static CodePoints read(String text) {
    CodePoints decoded = new CodePoints(text.length());
    boolean tags = false;
    for (int i = 0; i < text.length(); ) {
      Reference reference = text.charAt(i) == '&' ? References.at(text, i) : null;
      int point = reference == null ? text.codePointAt(i) : reference.point();
      int end = reference == null ? i + Character.charCount(point) : reference.end();
      decoded.add(point, i, end);
      tags |= point == '<';
      i = end;
    }
    return tags ? withoutTags(decoded) : decoded;
  }

  private static CodePoints withoutTags(CodePoints in) {
    CodePoints out = new CodePoints(in.size());
    for (int i = 0; i < in.size(); i++) {
      int close = in.at(i) == '<' ? close(in, i) : -1;
      if (close < 0) {
        out.copy(in, i);
      } else {
        if (BLOCKS.contains(name(in, i))) {
          out.add('\n', in.start(i), in.end(close));
        }
        i = close;
      }
    }
    return out;
  }

  /** Where the tag or comment that begins at {@code open} ends, or -1 if none begins there. */
  private static int close(CodePoints in, int open) {
    int next = in.at(open + 1);
    if (next == '!' && in.at(open + 2) == '-' && in.at(open + 3) == '-') {
      for (int i = in.find('>', open + 4); i >= 0; i = in.find('>', i + 1)) {
        if (in.at(i - 1) == '-' && in.at(i - 2) == '-') {
          return i;
        }
      }
      return -1;
    }
    return letter(next) || (next == '/' && letter(in.at(open + 2))) ? closeOfTag(in, open) : -1;
  }

  private static int closeOfTag(CodePoints in, int open) {
    int last = Math.min(in.size(), open + MAX_TAG_CHARS);
    for (int i = open + 1; i < last && in.at(i) != '<'; i++) {
      if (in.at(i) == '>') {
        return i;
      }
    }
    return -1;
  }

  private static String name(CodePoints in, int open) {
    StringBuilder name = new StringBuilder();
    int first = in.at(open + 1) == '/' ? open + 2 : open + 1;
    for (int i = first; letter(in.at(i)) || (i > first && Character.isDigit(in.at(i))); i++) {
      name.appendCodePoint(in.at(i));
    }
    return name.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean letter(int point) {
    return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z');
  }
}
