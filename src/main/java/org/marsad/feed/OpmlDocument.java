package org.marsad.feed;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Lists of feeds as people exchange them (OPML 1.0 to 2.0): read as they come, written well. No DTD
 * is read and no entity resolved but HTML's own. Pure functions.
 */
public final class OpmlDocument {
  private OpmlDocument() {}

  /**
   * The feeds it lists, in its order; empty if it is no OPML document.
   *
   * @param bytes of a size the caller bounded
   */
  public static Optional<List<Listed>> read(byte[] bytes) {
    String text = Nesting.bounded(XmlText.clean(Charsets.decode(bytes, null).text()));
    Element root = Jsoup.parse(text, "", Parser.xmlParser());
    List<Listed> listed = new ArrayList<>();
    boolean opml = false;
    for (Element element : root.getAllElements()) {
      String name = element.tagName().toLowerCase(Locale.ROOT);
      opml |= name.equals("opml");
      String url = attribute(element, "xmlurl");
      if (name.equals("outline") && !url.isEmpty()) {
        String title = attribute(element, "title");
        String called = attribute(element, "text").isEmpty() ? title : attribute(element, "text");
        listed.add(new Listed(url, called.isEmpty() ? url : called));
      }
    }
    return opml ? Optional.of(listed) : Optional.empty();
  }

  /** Programs differ in how they write names of attributes. */
  private static String attribute(Element element, String name) {
    return element.attributes().asList().stream()
        .filter(attribute -> attribute.getKey().equalsIgnoreCase(name))
        .map(attribute -> PlainText.line(attribute.getValue()))
        .findFirst()
        .orElse("");
  }

  /**
   * Writes one that {@link #read} and {@link Opml} read, the feeds in groups by their country.
   *
   * @param title of the whole
   */
  public static String write(String title, List<Feed> feeds) {
    Map<String, List<Feed>> byCountry = new LinkedHashMap<>();
    feeds.forEach(
        feed -> byCountry.computeIfAbsent(feed.country(), country -> new ArrayList<>()).add(feed));
    StringWriter written = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(written);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("opml");
      xml.writeAttribute("version", "2.0");
      xml.writeStartElement("head");
      xml.writeStartElement("title");
      xml.writeCharacters(PlainText.line(title));
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeStartElement("body");
      for (Map.Entry<String, List<Feed>> group : byCountry.entrySet()) {
        write(xml, group.getKey(), group.getValue());
      }
      xml.writeEndDocument();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text in memory cannot fail to be written", e);
    }
    return written.toString();
  }

  private static void write(XMLStreamWriter xml, String country, List<Feed> feeds)
      throws XMLStreamException {
    if (!country.isEmpty()) {
      xml.writeStartElement("outline");
      xml.writeAttribute("text", country);
      xml.writeAttribute("country", country);
    }
    for (Feed feed : feeds) {
      write(xml, feed);
    }
    if (!country.isEmpty()) {
      xml.writeEndElement();
    }
  }

  private static void write(XMLStreamWriter xml, Feed feed) throws XMLStreamException {
    xml.writeEmptyElement("outline");
    xml.writeAttribute("type", "rss");
    xml.writeAttribute("text", PlainText.line(feed.title()));
    if (!feed.language().isEmpty()) {
      xml.writeAttribute("language", feed.language());
    }
    if (!feed.topics().isEmpty()) {
      xml.writeAttribute("category", String.join(",", feed.topics()));
    }
    xml.writeAttribute("xmlUrl", feed.url().toASCIIString());
  }
}
