package org.marsad.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pages laid out in ten usual ways; what is the article's own carries {@code data-article}, which
 * the code under test knows nothing of.
 */
class ArticleTest {
  private static final URI URL = URI.create("https://news.example/1");

  static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/pages"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theArticleIsFoundAndNothingOfOthers(Path file) throws IOException {
    byte[] page = Files.readAllBytes(file);
    Document expected = Jsoup.parse(new String(page, UTF_8));
    String text = line(Article.of(page, "text/html", URL).orElseThrow());

    for (Element own : expected.select("[data-article], [data-article] li")) {
      own.textNodes().forEach(node -> assertThat(text).contains(line(node.text())));
    }
    for (Element foreign :
        expected.select("nav a, .related a, .comment p, footer p, .newsletter")) {
      assertThat(text).doesNotContain(line(foreign.text()));
    }
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  @Test
  void thePageSaysItsCharset() {
    String text = "أعلنت البلدية إعادة فتح الطريق الساحلي بعد أعمال صيانة دامت أسبوعين. ".repeat(3);
    String page =
        "<html><head><meta charset=\"windows-1256\"></head><body><p>" + text + "</p></body></html>";
    byte[] bytes = page.getBytes(Charset.forName("windows-1256"));
    assertThat(Article.of(bytes, "text/html", URL)).contains(text.strip());
    assertThat(Article.of(page.getBytes(UTF_8), "text/html; charset=utf-8", URL))
        .contains(text.strip());
    assertThat(Article.of(bytes, "text/html; charset=none-such", URL)).contains(text.strip());
  }

  @Test
  void aPageWithoutAnArticleHasNone() {
    assertThat(Article.of(new byte[0], null, URL)).isEmpty();
    assertThat(Article.of("<p>اشترك لتقرأ</p>".getBytes(UTF_8), null, URL)).isEmpty();
    assertThat(Article.of(new byte[Article.MAX_PAGE_BYTES + 1], null, URL)).isEmpty();
  }

  @Test
  @Timeout(60)
  void nestingWithoutEndHarmsNothing() {
    String deep = "<div>".repeat(200_000) + "<p>نص</p>";
    assertThat(Article.of(deep.getBytes(UTF_8), null, URL)).isEqualTo(Optional.empty());
  }
}
