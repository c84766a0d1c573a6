package org.marsad.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an open page is told, and how many may be open. */
class PageStreamTest {
  private static final int MAX_PAGES = 20;

  private final PlaygroundServer server = new PlaygroundServer();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    server.close();
  }

  private HttpResponse<InputStream> open() throws IOException, InterruptedException {
    URI events = server.base.resolve("/playground/events");
    return http.send(
        HttpRequest.newBuilder(events).build(), HttpResponse.BodyHandlers.ofInputStream());
  }

  private static BufferedReader reader(HttpResponse<InputStream> page) {
    return new BufferedReader(new InputStreamReader(page.body(), StandardCharsets.UTF_8));
  }

  @Test
  void aPageIsToldTheStateFirstAndThenWhatHappens() throws Exception {
    BufferedReader page = reader(open());
    assertThat(page.readLine()).startsWith("data: {\"kind\":\"state\"");
    assertThat(page.readLine()).isEmpty();

    server.playground.standIn().crowd().say(Visitor.ID, Visitor.ID, "مرحبًا");
    assertThat(page.readLine()).startsWith("data: {\"kind\":\"message\"").contains("مرحبًا");
  }

  @Test
  void onePageTooManyIsToldSo() throws Exception {
    List<BufferedReader> open = new ArrayList<>();
    for (int i = 0; i < MAX_PAGES; i++) {
      BufferedReader page = reader(open());
      assertThat(page.readLine()).startsWith("data: ");
      open.add(page);
    }

    HttpResponse<InputStream> refused = open();
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(reader(refused).readLine()).isEqualTo("Too many pages are open: close some");
  }
}
