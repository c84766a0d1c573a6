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
  private static final Queue<StrictXml> IDLE = new ConcurrentLinkedQueue<>();

  private final SAXBuilder builder = new SAXBuilder();
  private int chars;

  private StrictXml() {
    builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
  }

  static Document read(String xml) throws JDOMException, IOException {
    StrictXml idle = IDLE.poll();
    StrictXml parser = idle == null ? new StrictXml() : idle;
    Document document = parser.builder.build(new StringReader(xml));
    parser.chars += xml.length();
    if (parser.chars < CHARS_OF_ONE_PARSER) {
      IDLE.add(parser);
    }
    return document;
  }
}
