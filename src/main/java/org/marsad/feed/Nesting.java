package org.marsad.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Takes away the tags with which a document would exhaust a parser, before one sees it: those below
 * {@link #MAX_DEPTH} levels (JDOM climbs to the root for each element it adds, so 200,000 nested
 * {@code <b>} took minutes), and all behind the {@link #MAX_TAGS}-th. The text between them stays.
 * Reads the document once, whatever is in it; one that needs nothing is returned as it is.
 */
final class Nesting {
  /** Levels kept; feeds with whole pages as XHTML in them reach about forty. */
  static final int MAX_DEPTH = 200;

  /** Tags kept; 20,000 items of ten elements each come to this. */
  static final int MAX_TAGS = 400_000;

  private final String text;
  private final StringBuilder kept = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();
  private final Map<String, Integer> openByName = new HashMap<>();
  private int keptUpTo;
  private int tags;

  private Nesting(String text) {
    this.text = text;
  }

  static String bounded(String text) {
    return new Nesting(text).read();
  }

  private String read() {
    int at = text.indexOf('<');
    while (at >= 0) {
      int end = after(at);
      if (end > text.length() || (isTag(at) && ++tags > MAX_TAGS)) {
        return tags > MAX_TAGS ? before(at) : before(text.length());
      }
      if (isTag(at)) {
        tag(at, end);
      }
      at = text.indexOf('<', end);
    }
    return before(text.length());
  }

  private String before(int end) {
    return keptUpTo == 0 && end == text.length()
        ? text
        : kept.append(text, keptUpTo, end).toString();
  }

  private boolean isTag(int at) {
    char c = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    return c == '/' || c == '_' || Character.isLetter(c);
  }

  /** Behind the tag, comment, section or sign that begins here; past the end if it has none. */
  private int after(int at) {
    if (text.startsWith("<!--", at)) {
      return behind("-->", at + 4);
    }
    if (text.startsWith("<![CDATA[", at)) {
      return behind("]]>", at + 9);
    }
    if (text.startsWith("<?", at) || text.startsWith("<!", at)) {
      return behind(">", at);
    }
    return isTag(at) ? behindTag(at) : at + 1;
  }

  private int behind(String mark, int from) {
    int found = text.indexOf(mark, from);
    return found < 0 ? text.length() + 1 : found + mark.length();
  }

  private int behindTag(int at) {
    char quote = 0;
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if ((c == '"' || c == '\'') && text.charAt(i - 1) == '=') {
        quote = c;
      } else if (c == '>') {
        return i + 1;
      }
    }
    return text.length() + 1;
  }

  private void tag(int at, int end) {
    boolean closing = text.charAt(at + 1) == '/';
    String name = name(closing ? at + 2 : at + 1);
    if (closing) {
      close(name);
    } else if (text.charAt(end - 2) != '/') {
      if (open.size() < MAX_DEPTH) {
        open.push(name);
        openByName.merge(name, 1, Integer::sum);
      } else {
        kept.append(text, keptUpTo, at);
        keptUpTo = end;
      }
    }
  }

  /** As the parser does: closes what stands open inside, or nothing if no such tag is open. */
  private void close(String name) {
    while (openByName.getOrDefault(name, 0) > 0) {
      String closed = open.pop();
      openByName.merge(closed, -1, Integer::sum);
      if (closed.equals(name)) {
        return;
      }
    }
  }

  private String name(int start) {
    int end = start;
    while (end < text.length() && " \t\r\n/>".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(start, end);
  }
}
