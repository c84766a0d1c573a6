package org.marsad.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OpmlTest {
  @TempDir Path directory;

  @Test
  void theShippedCatalogueIsReadWholeAndNamesEachFeedOnce() {
    List<CatalogueFeed> feeds = Opml.read(Path.of("config/feeds.opml"));
    assertThat(feeds).hasSize(41);
    assertThat(feeds).extracting(feed -> FeedUrl.key(feed.url())).doesNotHaveDuplicates();
    assertThat(feeds)
        .allSatisfy(
            feed -> {
              assertThat(feed.title()).isNotBlank();
              assertThat(feed.language()).matches("[a-z]{2}");
              assertThat(feed.country()).matches("[a-z]{2}|int");
            });
  }

  @Test
  void aGroupsCountryAndLanguageHoldForItsFeeds() throws IOException {
    assertThat(
            Opml.read(
                file(
                    "<opml version='2.0'><body><outline text='ليبيا' country='ly' language='ar'>\n"
                        + "<outline text='أ' xmlUrl='https://a.example/f?x=1&amp;y=2'/>\n"
                        + "<outline title='B' language='en' xmlUrl='http://b.example/'/></outline>\n"
                        + "<outline xmlUrl='https://c.example/'/></body></opml>")))
        .containsExactly(
            new CatalogueFeed(URI.create("https://a.example/f?x=1&y=2"), "أ", "ar", "ly"),
            new CatalogueFeed(URI.create("http://b.example/"), "B", "en", "ly"),
            new CatalogueFeed(URI.create("https://c.example/"), "c.example", "", ""));
  }

  @Test
  void categoriesAreTopicsAndHoldForAGroup() throws IOException {
    assertThat(
            Opml.read(
                file(
                    "<opml version='2.0'><body><outline category='اقتصاد, /نفط/غاز,'>"
                        + "<outline xmlUrl='https://a.example/'/>"
                        + "<outline category='رياضة' xmlUrl='https://b.example/'/></outline>"
                        + "<outline xmlUrl='https://c.example/'/></body></opml>")))
        .extracting(CatalogueFeed::topics)
        .containsExactly(List.of("اقتصاد", "نفط/غاز"), List.of("رياضة"), List.of());
  }

  @Test
  void faultsNameFileAndLine() throws IOException {
    assertFault("<opml>\n<body>\n<outline xmlUrl='ftp://a.example/'/></body></opml>", ":3: ");
    assertFault("<opml>\n<body>\n<outline xmlUrl='https://a b'/></body></opml>", "not an address");
    assertFault("<opml>\n<body>\n<outline></body></opml>", ":3: not well-formed");
    String feed = "<opml>\n<body>\n<outline %s xmlUrl='https://a.example/%s'/></body></opml>";
    assertFault(String.format(Locale.ROOT, feed, "", "x".repeat(2000)), ":3: ");
    assertFault(
        String.format(Locale.ROOT, feed, "text='" + "خ".repeat(301) + "'", ""),
        "title «" + "خ".repeat(80) + "»: longer than 300 characters");
    assertFault(String.format(Locale.ROOT, feed, "language='arabic-eg'", ""), ":3: language");
    assertFault(String.format(Locale.ROOT, feed, "country='the Sudan'", ""), ":3: country");
    assertFault("<html/>", "not an OPML document");
    assertThatThrownBy(() -> Opml.read(directory.resolve("none.opml")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("none.opml");
  }

  private void assertFault(String document, String words) throws IOException {
    Path file = file(document);
    assertThatThrownBy(() -> Opml.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(words);
  }

  @Test
  void noEntityIsRead() throws IOException {
    Path secret = Files.writeString(directory.resolve("secret"), "https://secret.example/", UTF_8);
    Path file =
        file(
            "<!DOCTYPE opml [<!ENTITY x SYSTEM '"
                + secret.toUri()
                + "'>]><opml><body>"
                + "<outline text='&x;' xmlUrl='https://a.example/'/>&x;</body></opml>");
    try {
      assertThat(Opml.read(file)).noneMatch(feed -> feed.title().contains("secret"));
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageNotContaining("secret.example");
    }
  }

  private Path file(String document) throws IOException {
    return Files.writeString(directory.resolve("feeds.opml"), document, UTF_8);
  }
}
