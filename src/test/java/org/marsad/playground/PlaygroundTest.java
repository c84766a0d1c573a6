package org.marsad.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marsad.feed.CatalogueFeed;

/** The playground on an HTTP server, as the program serves it. */
class PlaygroundTest {
  private static final Pattern IMPORTED = Pattern.compile("from \"\\./([a-z]+\\.js)\"");

  private final PlaygroundServer server = new PlaygroundServer();
  private final URI base = server.base;
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    server.close();
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String type, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void thePageAndAllItNamesAreServedAndNothingComesFromElsewhere() throws Exception {
    HttpResponse<String> page = get("/playground");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("dir=\"rtl\"").doesNotContain("https://");
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
    List<String> named =
        Pattern.compile("/playground/files/[a-z.]+")
            .matcher(page.body() + get("/playground/news/1").body())
            .results()
            .map(match -> match.group())
            .distinct()
            .toList();
    assertThat(named).hasSize(3);
    Set<String> all = new LinkedHashSet<>(named);
    Deque<String> unread = new ArrayDeque<>(named);
    while (!unread.isEmpty()) {
      String file = unread.remove();
      HttpResponse<String> response = get(file);
      assertThat(response.statusCode()).as(file).isEqualTo(200);
      assertThat(response.body())
          .as(file)
          .doesNotContain("innerHTML")
          .doesNotContain("outerHTML")
          .doesNotContain("insertAdjacentHTML")
          .doesNotContain("document.write")
          .doesNotContain("https://");
      IMPORTED
          .matcher(response.body())
          .results()
          .map(match -> "/playground/files/" + match.group(1))
          .filter(all::add)
          .forEach(unread::add);
    }
    assertThat(all)
        .contains("/playground/files/text.js", "/playground/files/newsroom.js")
        .hasSize(7);
    assertThat(get("/playground/files/news.tsv").statusCode()).isEqualTo(404);
  }

  @Test
  void theCatalogueNamesFeedsThatAreServedWithWhatConditionalRequestsNeed() throws Exception {
    List<CatalogueFeed> feeds = server.playground.feeds(base);
    assertThat(feeds).hasSize(4);
    for (CatalogueFeed feed : feeds) {
      HttpResponse<String> full = get(feed.url().getPath());
      assertThat(full.statusCode()).isEqualTo(200);
      String tag = full.headers().firstValue("ETag").orElseThrow();
      String modified = full.headers().firstValue("Last-Modified").orElseThrow();
      assertThat(get(feed.url().getPath(), "If-None-Match", tag).statusCode()).isEqualTo(304);
      assertThat(get(feed.url().getPath(), "If-Modified-Since", modified).statusCode())
          .isEqualTo(304);
      assertThat(
              get(feed.url().getPath(), "If-None-Match", "\"x\"", "If-Modified-Since", modified)
                  .statusCode())
          .isEqualTo(200);
    }
    assertThat(get("/playground/feeds/nothing.xml").statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsPublishedByHandStandsInItsFeedAtOnceUnderANewTag() throws Exception {
    String feed = "/playground/feeds/waha.xml";
    String before = get(feed).headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> published =
        post(
            "/playground/api/publish",
            "application/json",
            "{\"feed\":\"waha\",\"title\":\"صدام حفتر في طبرق\",\"text\":\"\"}");
    assertThat(published.statusCode()).isEqualTo(204);
    HttpResponse<String> after = get(feed, "If-None-Match", before);
    assertThat(after.statusCode()).isEqualTo(200);
    assertThat(after.body()).contains("صدام حفتر في طبرق").contains(base + "/playground/news/");
  }

  @Test
  void wishesThatAreWrongAreRefusedWithTheReason() throws Exception {
    String say = "/playground/api/say";
    assertThat(post(say, "text/plain", "{}").statusCode()).isEqualTo(415);
    assertThat(post(say, "application/json", "[").statusCode()).isEqualTo(400);
    assertThat(post(say, "application/json", "{\"chat\":1,\"text\":\"x\"}").body())
        .isEqualTo("There is no chat 1");
    assertThat(post(say, "application/json", "{\"chat\":700000001,\"text\":\" \"}").body())
        .contains("1 to 4096");
    assertThat(
            post(
                    "/playground/api/press",
                    "application/json",
                    "{\"chat\":700000001,\"message\":5,\"data\":\"x\"}")
                .body())
        .isEqualTo("There is no message 5");
    assertThat(
            post("/playground/api/language", "application/json", "{\"language\":\"tlh\"}").body())
        .contains("ar or en");
    assertThat(
            post("/playground/api/publish", "application/json", "{\"feed\":\"x\",\"title\":\"x\"}")
                .body())
        .isEqualTo("There is no feed x");
  }

  @Test
  void theBotApiStandsBesideThePage() throws Exception {
    HttpResponse<String> me = get("/bot" + Playground.TOKEN + "/getMe");
    assertThat(me.body()).contains("\"is_bot\":true");
    assertThat(get("/bot" + StandInServer.TOKEN + "/getMe").statusCode()).isEqualTo(401);
  }
}
