package org.marsad.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Lists of feeds in OPML 2.0. An outline without {@code xmlUrl} is a group; its {@code country},
 * {@code language}, {@code category} and {@code fullText} hold for the feeds inside it that name
 * none. No DTD and no entity is read.
 */
public final class Opml {
  private Opml() {}

  /**
   * The feeds of a file, in its order.
   *
   * @throws IllegalArgumentException naming file, line and fault
   * @throws UncheckedIOException if the file cannot be read
   */
  public static List<CatalogueFeed> read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(file.toString(), in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /**
   * The feeds of a document, in its order.
   *
   * @param name what faults call it
   * @throws IllegalArgumentException naming document, line and fault
   */
  public static List<CatalogueFeed> read(String name, InputStream in) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      return feeds(name, factory.createXMLStreamReader(in));
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      String what = String.valueOf(e.getMessage()).replaceAll("(?s).*\nMessage: ", "");
      throw new IllegalArgumentException(name + ":" + line + ": not well-formed: " + what, e);
    }
  }

  /** What holds for the feeds of a group. */
  private record Group(String language, String country, String topics, String fullText) {}

  private static List<CatalogueFeed> feeds(String name, XMLStreamReader xml)
      throws XMLStreamException {
    List<CatalogueFeed> feeds = new ArrayList<>();
    Deque<Group> groups = new ArrayDeque<>(List.of(new Group("", "", "", "false")));
    boolean opml = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("outline")) {
        Group group = group(xml, groups.getFirst());
        groups.push(group);
        String url = attribute(xml, "xmlUrl");
        if (url != null) {
          feeds.add(feed(name, xml, url, group));
        }
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("outline")) {
        groups.pop();
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        opml |= xml.getLocalName().equals("opml");
      }
    }
    if (!opml) {
      throw new IllegalArgumentException(name + ":1: not an OPML document");
    }
    return feeds;
  }

  private static Group group(XMLStreamReader xml, Group outer) {
    String language = attribute(xml, "language");
    String country = attribute(xml, "country");
    String topics = attribute(xml, "category");
    String fullText = attribute(xml, "fullText");
    return new Group(
        language == null ? outer.language() : language,
        country == null ? outer.country() : country,
        topics == null ? outer.topics() : topics,
        fullText == null ? outer.fullText() : fullText);
  }

  private static CatalogueFeed feed(String name, XMLStreamReader xml, String url, Group group) {
    String at = name + ":" + xml.getLocation().getLineNumber() + ": ";
    URI uri = address(at, url);
    String text = attribute(xml, "text");
    String title = text == null ? attribute(xml, "title") : text;
    return new CatalogueFeed(
        uri,
        kept(at + "title", title == null ? uri.getHost() : title, CatalogueFeed.MAX_TITLE_CHARS),
        kept(at + "language", group.language(), CatalogueFeed.MAX_CODE_CHARS),
        kept(at + "country", group.country(), CatalogueFeed.MAX_CODE_CHARS),
        topics(kept(at + "category", group.topics(), CatalogueFeed.MAX_TOPICS_CHARS)),
        isTrue(at + "fullText", group.fullText()));
  }

  /** Categories stand behind commas, and in a hierarchy behind slashes (OPML 2.0). */
  private static List<String> topics(String categories) {
    return Arrays.stream(categories.split(",", -1))
        .map(category -> category.strip().replaceFirst("^/", ""))
        .filter(category -> !category.isEmpty())
        .distinct()
        .toList();
  }

  private static boolean isTrue(String what, String value) {
    if (!value.equals("true") && !value.equals("false")) {
      throw new IllegalArgumentException(what + " «" + value + "»: neither true nor false");
    }
    return value.equals("true");
  }

  private static URI address(String at, String url) {
    try {
      URI uri = new URI(url);
      String why =
          FeedUrl.isKept(uri)
              ? FeedUrl.refusal(uri).orElse("")
              : "longer than " + FeedUrl.MAX_CHARS + " characters";
      if (!why.isEmpty()) {
        throw new IllegalArgumentException(at + "«" + PlainText.cut(url, 200) + "»: " + why);
      }
      return uri;
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(at + "«" + url + "» is not an address", e);
    }
  }

  private static String kept(String what, String value, int maxChars) {
    if (value.length() > maxChars) {
      throw new IllegalArgumentException(
          what + " «" + PlainText.cut(value, 80) + "»: longer than " + maxChars + " characters");
    }
    return value;
  }

  private static @Nullable String attribute(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null || value.isBlank() ? null : value.strip();
  }
}
