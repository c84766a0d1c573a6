package org.marsad.feed;

import java.io.IOException;
import java.io.StringReader;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;

/**
 * Reads well-formed XML without DOCTYPE. Setting up a parser costs as much as reading a short feed,
 * so one is used again; but not for ever, since it remembers every name it has met. Thread-safe.
 */
final class StrictXml {
  private static final int CHARS_OF_ONE_PARSER = 1 << 20;

  /** As many as were in use at once. */
  private final Queue<Used> idle = new ConcurrentLinkedQueue<>();

  /** A parser and how much it has read. */
  private record Used(SAXBuilder builder, int chars) {}

  Document read(String xml) throws JDOMException, IOException {
    Used before = idle.poll();
    Used parser = before == null ? new Used(builder(), 0) : before;
    Document document = parser.builder().build(new StringReader(xml));
    int chars = parser.chars() + xml.length();
    if (chars < CHARS_OF_ONE_PARSER) {
      idle.add(new Used(parser.builder(), chars));
    }
    return document;
  }

  private static SAXBuilder builder() {
    SAXBuilder builder = new SAXBuilder();
    builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return builder;
  }
}
