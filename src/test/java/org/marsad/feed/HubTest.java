package org.marsad.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** WebSub, section 4: how a feed names its hub. */
class HubTest {
  private static final URI FROM = URI.create("https://news.example/feed");
  private static final Hub HUB =
      new Hub(URI.create("https://hub.example/push"), URI.create("https://news.example/atom"));

  private static @Nullable Hub in(String document) {
    return ((Parsed.Ok) new FeedParser().parse(document.getBytes(UTF_8), null, FROM)).hub();
  }

  @Test
  void headersNameIt() {
    assertThat(
            Hub.of(
                List.of(
                    "<https://hub.example/push>; rel=\"hub\", <https://other.example/>; rel=hub",
                    "</atom>; title=\"x\"; rel=\"alternate self\""),
                FROM))
        .isEqualTo(HUB);
    assertThat(Hub.of(List.of("<https://news.example/2>; rel=\"next\""), FROM)).isNull();
  }

  @Test
  @Timeout(5)
  void aHeaderMadeToExhaustIsReadAtOnce() {
    assertThat(Hub.of(List.of("<".repeat(250_000)), FROM)).isNull();
    assertThat(Hub.of(List.of("<a>" + ";".repeat(250_000)), FROM)).isNull();
    assertThat(Hub.of(List.of("<a>;" + " ".repeat(250_000)), FROM)).isNull();
  }

  @Test
  void atomNamesIt() {
    assertThat(
            in(
                """
                <feed xmlns="http://www.w3.org/2005/Atom"><title>ا</title>
                <link rel="hub" href="https://hub.example/push"/><link rel="self" href="/atom"/>
                <entry><id>1</id><title>خبر</title></entry></feed>"""))
        .isEqualTo(HUB);
  }

  @Test
  void rssNamesItByAtom() {
    assertThat(
            in(
                """
                <rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom"><channel><title>ا</title>
                <a:link rel="hub" href="https://hub.example/push"/><a:link rel="self" href="https://news.example/atom"/>
                <item><title>خبر</title></item></channel></rss>"""))
        .isEqualTo(HUB);
  }

  @Test
  void jsonFeedNamesIt() {
    assertThat(
            in(
                """
                {"version":"https://jsonfeed.org/version/1.1","title":"ا","feed_url":"https://news.example/atom",
                "hubs":[{"type":"rssCloud","url":"https://cloud.example/"},
                  {"type":"WebSub","url":"https://hub.example/push"}],
                "items":[{"id":"1","content_text":"خبر"}]}"""))
        .isEqualTo(HUB);
  }

  @Test
  void aFeedThatDoesNotNameItselfIsCalledByItsAddress() {
    assertThat(Hub.of("https://hub.example/push", null, FROM))
        .isEqualTo(new Hub(HUB.address(), FROM));
  }

  @Test
  void aHubOffTheWebIsNone() {
    assertThat(Hub.of("ftp://hub.example/", null, FROM)).isNull();
    assertThat(Hub.of("https://user:secret@hub.example/", null, FROM)).isNull();
    assertThat(Hub.of("javascript:alert(1)", null, FROM)).isNull();
  }
}
