package org.marsad.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.marsad.app.BotBench.LAYLA;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.poll.FeedServer;
import org.marsad.poll.HubServer;

/** The whole program with a feed whose hub tells what is new. */
class ToldByHubTest {
  private static final String HEADLINE = "صدام حفتر يصل إلى سبها";

  @TempDir private Path folder;
  private BotBench bench;
  private HubServer hub;

  /** What the hub tells of stands here and not in the feed that is polled. */
  private FeedServer newsdesk;

  @BeforeEach
  void open() throws IOException {
    bench = new BotBench(folder);
    hub = new HubServer();
    newsdesk = new FeedServer();
    newsdesk.publish("1", HEADLINE);
    int port = freePort();
    bench.environment.put("MARSAD_HTTP_PORT", Integer.toString(port));
    bench.environment.put("MARSAD_PUBLIC_URL", "http://127.0.0.1:" + port + "/");
    bench.feed.namesHub(hub.url());
  }

  @AfterEach
  void close() {
    bench.close();
    hub.close();
    newsdesk.close();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void startWatching() {
    bench.start();
    bench.ask(LAYLA, LAYLA, "/start", "");
    bench.ask(LAYLA, LAYLA, "راقب صدام حفتر", "صدام حفتر");
  }

  private void awaitVerified() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(hub.verified).isNotEmpty());
  }

  private boolean isTold() {
    return bench.chats.of(LAYLA).stream()
        .anyMatch(message -> message.text().contains("يصل إلى سبها"));
  }

  @Test
  void whatTheHubTellsIsAlertedWithoutAPoll() {
    startWatching();
    awaitVerified();
    Map<String, String> asked = hub.last();
    HttpResponse<String> answer = hub.verified.get(0);
    assertThat(asked)
        .containsEntry("hub.mode", "subscribe")
        .containsEntry("hub.topic", bench.feed.url().toString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("why-7");

    HttpResponse<String> taken = hub.tell(newsdesk.document(), asked.get("hub.secret"));
    assertThat(taken.statusCode()).isEqualTo(200);
    await().atMost(Duration.ofSeconds(10)).until(this::isTold);

    hub.tell(newsdesk.document(), asked.get("hub.secret"));
    bench.feed.publish("1", HEADLINE);
    bench.awaitReads(3);
    assertThat(
            bench.chats.of(LAYLA).stream()
                .filter(message -> message.text().contains("يصل إلى سبها")))
        .hasSize(1);
  }

  @Test
  void whatItsHubDidNotSignAlertsNobody() {
    startWatching();
    awaitVerified();

    assertThat(hub.tell(newsdesk.document(), "guessed").statusCode()).isEqualTo(202);
    bench.awaitReads(3);
    assertThat(isTold()).isFalse();
  }

  @Test
  void onlyWhatWasAskedForIsVerified() {
    startWatching();
    awaitVerified();
    Map<String, String> asked = hub.last();
    String callback = asked.get("hub.callback");

    assertThat(hub.verify(callback, "https://example.org/other", "subscribe").statusCode())
        .isEqualTo(404);
    assertThat(hub.verify(callback, asked.get("hub.topic"), "unsubscribe").statusCode())
        .isEqualTo(404);
    assertThat(hub.verify(callback + "0", asked.get("hub.topic"), "subscribe").statusCode())
        .isEqualTo(404);
  }

  @Test
  void aFeedWhoseHubRefusesIsPolledAsAnyOther() {
    hub.status = 503;
    startWatching();
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(hub.requests).isNotEmpty());
    bench.awaitReads(2);
    bench.feed.publish("1", HEADLINE);

    await().atMost(Duration.ofSeconds(15)).until(this::isTold);
  }
}
