package org.marsad.playground;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A feed as a document: RSS 2.0 or Atom 1.0, in the feed's own charset. */
final class NewsXml {
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private final XMLStreamWriter xml;
  private final URI base;

  private NewsXml(XMLStreamWriter xml, URI base) {
    this.xml = xml;
    this.base = base;
  }

  /**
   * Writes one.
   *
   * @param items newest first
   * @param base where the playground stands, for absolute links
   */
  static byte[] of(NewsFeed feed, List<NewsItem> items, URI base) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newInstance().createXMLStreamWriter(bytes, feed.charset().name());
      xml.writeStartDocument(feed.charset().name(), "1.0");
      NewsXml writer = new NewsXml(xml, base);
      if (feed.atom()) {
        writer.atom(feed, items);
      } else {
        writer.rss(feed, items);
      }
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("The feed " + feed.key() + " cannot be written", e);
    }
    return bytes.toByteArray();
  }

  private void rss(NewsFeed feed, List<NewsItem> items) throws XMLStreamException {
    xml.writeStartElement("rss");
    xml.writeAttribute("version", "2.0");
    xml.writeStartElement("channel");
    text("title", feed.title());
    text("link", base.resolve("/playground").toString());
    text("description", "Sample news, invented to try Marsad");
    text("language", feed.language());
    for (NewsItem item : items) {
      xml.writeStartElement("item");
      xml.writeStartElement("guid");
      xml.writeAttribute("isPermaLink", "false");
      xml.writeCharacters(item.guid());
      xml.writeEndElement();
      text("link", base.resolve(item.path()).toString());
      text("title", item.title());
      text("description", item.text());
      text("pubDate", rfc1123(item.published()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void atom(NewsFeed feed, List<NewsItem> items) throws XMLStreamException {
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(ATOM);
    xml.writeAttribute("xml:lang", feed.language());
    text("title", feed.title());
    text("id", "urn:marsad:playground:" + feed.key());
    text("updated", (items.isEmpty() ? Instant.EPOCH : items.get(0).published()).toString());
    link(base.resolve("/playground"));
    for (NewsItem item : items) {
      xml.writeStartElement("entry");
      text("id", item.guid());
      link(base.resolve(item.path()));
      text("title", item.title());
      text("summary", item.text());
      text("published", item.published().toString());
      text("updated", item.published().toString());
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void link(URI to) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("href", to.toString());
  }

  private void text(String element, String content) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(content);
    xml.writeEndElement();
  }

  /** The form of HTTP headers and RSS dates. */
  static String rfc1123(Instant time) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
  }
}
