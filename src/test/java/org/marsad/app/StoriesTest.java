package org.marsad.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.marsad.app.BotBench.LAYLA;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.playground.ChatMessage;
import org.marsad.poll.FeedServer;

/** The whole program: one event, told by two outlets. */
class StoriesTest {
  private static final Duration SOON = Duration.ofSeconds(15);
  private static final String FIRST = "صدام حفتر يلتقي وزير الدفاع التركي في أنقرة";
  private static final String SAME = "وزير الدفاع التركي يستقبل في أنقرة صدام حفتر";
  private static final String DENIED = "نفي لقاء صدام حفتر وزير الدفاع التركي في أنقرة";
  private static final String ALSO = "تناولته أيضًا";

  @TempDir private Path folder;
  private BotBench bench;
  private FeedServer other;

  @BeforeEach
  void open() throws IOException {
    bench = new BotBench(folder);
    other = new FeedServer();
    bench.catalogue(bench.feed.url(), other.url());
    bench.start();
    bench.ask(LAYLA, LAYLA, "/start", "");
    bench.ask(LAYLA, LAYLA, "راقب صدام حفتر", "صدام حفتر");
    awaitReads();
  }

  @AfterEach
  void close() {
    bench.close();
    other.close();
  }

  private void awaitReads() {
    int before = other.requests.get();
    bench.awaitReads(2);
    await().atMost(SOON).until(() -> other.requests.get() >= before + 2);
  }

  private List<ChatMessage> alerts() {
    return bench.chats.of(LAYLA).stream().filter(m -> m.text().startsWith("🔔")).toList();
  }

  private void awaitAlert(Predicate<String> text) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(alerts()).anyMatch(alert -> text.test(alert.text())));
  }

  private void tellFirst() {
    bench.feed.publishAt("1", "https://first.example/1", FIRST);
    awaitAlert(text -> text.contains(FIRST));
  }

  @Test
  void theSameFromAnotherOutletIsWrittenIntoTheAlertAndDoesNotRing() {
    tellFirst();
    other.publishAt("9", "https://second.example/9", SAME);
    awaitAlert(text -> text.contains(ALSO));

    assertThat(alerts()).hasSize(1);
    assertThat(alerts().get(0).text()).contains(FIRST).doesNotContain(SAME);
  }

  @Test
  void aCopyChangesNothing() {
    tellFirst();
    other.publishAt("9", "https://second.example/9", "عاجل | " + FIRST);
    awaitReads();

    assertThat(alerts()).hasSize(1);
    assertThat(alerts().get(0).text()).doesNotContain(ALSO);
  }

  @Test
  void aContradictionRings() {
    tellFirst();
    other.publishAt("9", "https://second.example/9", DENIED);
    awaitAlert(text -> text.contains(DENIED));

    assertThat(alerts()).hasSize(2);
  }

  @Test
  void aHeadlineTheSourceChangesIsChangedInTheAlert() {
    tellFirst();
    bench.feed.clear();
    bench.feed.publishAt("1", "https://first.example/1", FIRST + " غدًا");
    awaitAlert(text -> text.contains("غدًا"));

    assertThat(alerts()).hasSize(1);
  }

  @Test
  void whoDoesNotWantStoriesGroupedIsToldByEachOutlet() {
    bench.ask(LAYLA, LAYLA, "/settings", "تنبيه واحد");
    ChatMessage settings = bench.chats.of(LAYLA).get(bench.chats.of(LAYLA).size() - 1);
    bench.crowd.press(LAYLA, (int) settings.id(), LAYLA, "نبّهني من كل مصدر");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(bench.chats.of(LAYLA))
                    .anyMatch(message -> message.text().contains("تنبيه لكل مصدر")));
    tellFirst();
    other.publishAt("9", "https://second.example/9", SAME);
    awaitAlert(text -> text.contains(SAME));

    assertThat(alerts()).hasSize(2);
  }

  @Test
  void storiesAreKnownAfterARestart() {
    tellFirst();
    bench.start();
    awaitReads();
    other.publishAt("9", "https://second.example/9", SAME);
    awaitAlert(text -> text.contains(ALSO));

    assertThat(alerts()).hasSize(1);
  }
}
