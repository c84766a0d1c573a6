package org.marsad.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The article in an outlet's page. Readability finds it; what only leads elsewhere or belongs to
 * others (lists of links, comments) is taken out, since a name in it would be a false hit. Pure
 * functions.
 */
public final class Article {
  /** More is no article, and would take long to weigh. */
  static final int MAX_PAGE_BYTES = 2 << 20;

  /** Deeper nesting than any page of news, and shallow enough for code that recurs. */
  private static final int MAX_DEPTH = 200;

  /** Pages of news have up to three thousand; Readability's work grows faster than their number. */
  private static final int MAX_ELEMENTS = 6000;

  /** Less is a notice ("subscribe to read"), not an article. */
  private static final int MIN_CHARS = 120;

  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*\"?([A-Za-z0-9._-]+)", Pattern.CASE_INSENSITIVE);

  /** Words in the class or id of what is not the article's own. */
  private static final Pattern NOT_ITS_OWN =
      Pattern.compile(
          "(^|[\\s_-])(comments?|related|sidebar|newsletter|cookies?|most-read|promo|ads?)([\\s_-]|$)",
          Pattern.CASE_INSENSITIVE);

  private Article() {}

  /**
   * The plain text of the article.
   *
   * @param contentType the header of the answer; its charset stands above the page's own word
   * @return empty where the page has none
   */
  public static Optional<String> of(byte[] page, @Nullable String contentType, URI url) {
    if (page.length > MAX_PAGE_BYTES) {
      return Optional.empty();
    }
    Document document = parse(page, contentType, url);
    if (document.getAllElements().size() > MAX_ELEMENTS) {
      return Optional.empty();
    }
    document
        .body()
        .select("nav, aside, footer, form, [class], [id]")
        .forEach(Article::removeIfNotItsOwn);
    Element article = new Readability4J(url.toString(), document).parse().getArticleContent();
    if (article == null) {
      return Optional.empty();
    }
    article.select("h1").remove();
    article.select("ul, ol, p, div, section, h2, h3, h4, td").forEach(Article::removeIfLinks);
    String text = PlainText.of(article);
    return text.length() < MIN_CHARS ? Optional.empty() : Optional.of(text);
  }

  private static Document parse(byte[] page, @Nullable String contentType, URI url) {
    Matcher charset = CHARSET.matcher(contentType == null ? "" : contentType);
    String named = charset.find() ? charset.group(1) : null;
    boolean isKnown = named != null && java.nio.charset.Charset.isSupported(named);
    Parser parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH);
    try (InputStream in = new ByteArrayInputStream(page)) {
      return Jsoup.parse(in, isKnown ? named : null, url.toString(), parser);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory are always read", e);
    }
  }

  private static void removeIfNotItsOwn(Element element) {
    boolean holdsAll = element.is("body, main, article") || element.selectFirst("article") != null;
    boolean isFrame = element.is("nav, aside, footer, form");
    boolean isNamed = NOT_ITS_OWN.matcher(element.className() + " " + element.id()).find();
    if (!holdsAll && (isFrame || isNamed)) {
      element.remove();
    }
  }

  private static void removeIfLinks(Element element) {
    int linked = element.select("a").stream().mapToInt(link -> link.text().length()).sum();
    if (linked * 2 > element.text().length()) {
      element.remove();
    }
  }
}
