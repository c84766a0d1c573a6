package org.marsad.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.marsad.app.BotBench.LAYLA;
import static org.marsad.app.BotBench.OMAR;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.playground.ChatMessage;
import org.marsad.poll.FeedServer;

/** What the operator changes in the catalogues while the program runs. */
class CatalogueChangeTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String HEADLINE = "صدام حفتر يصل إلى سبها";

  @TempDir private Path folder;
  private BotBench bench;

  @BeforeEach
  void open() throws IOException {
    bench = new BotBench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Path entities(String aliases) throws IOException {
    Path file = folder.resolve("entities.yaml");
    String yaml = "entities:\n  - {id: oasis, group: place, names: {ar: واحة}, aliases: %s}\n";
    Files.writeString(file, yaml.replace("%s", aliases));
    bench.environment.put("MARSAD_ENTITIES", file.toString());
    return file;
  }

  @Test
  void aChangedCatalogueIsTakenOverWithinSeconds() throws IOException {
    bench.start();
    bench.watch(LAYLA, LAYLA);
    bench.awaitReads(2);
    try (FeedServer other = new FeedServer()) {
      bench.catalogue(bench.feed.url(), other.url());
      await()
          .atMost(Duration.ofSeconds(8))
          .until(() -> other.requests.get() > 1); // the first tells nobody
      other.publish("1", HEADLINE);
      bench.awaitAlert(LAYLA, HEADLINE);

      bench.catalogue(bench.feed.url());
      await()
          .atMost(Duration.ofSeconds(10))
          .until(
              () -> {
                int before = other.requests.get();
                bench.awaitReads(2);
                return other.requests.get() == before;
              });
    }
  }

  @Test
  void aBrokenCatalogueLeavesTheLastGoodOneInUse() throws IOException {
    bench.start();
    bench.watch(LAYLA, LAYLA);
    bench.awaitReads(2);
    Files.writeString(folder.resolve("feeds.opml"), "<opml><body><outline");
    bench.awaitReads(4);
    bench.feed.publish("1", HEADLINE);

    bench.awaitAlert(LAYLA, HEADLINE);
  }

  @Test
  void anEntityEditedWhileTheBotRunsIsFoundInTheNextItem() throws IOException {
    entities("[]");
    bench.start();
    bench.ask(LAYLA, LAYLA, "/start", "");
    bench.ask(LAYLA, LAYLA, "راقب جهة:oasis", "واحة");
    bench.awaitReads(2);
    entities("[سبيطلة]");

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(bench.ask(LAYLA, LAYLA, "/watch سبيطلة", "").text()).contains("واحة"));
    bench.feed.publish("1", "أمطار على سبيطلة");
    bench.awaitAlert(LAYLA, "أمطار على سبيطلة");
  }

  @Test
  void aMistakeInTheEntitiesLeavesTheLastGoodOnesInUse() throws IOException {
    entities("[سبيطلة]");
    bench.start();
    bench.ask(LAYLA, LAYLA, "/start", "");
    bench.ask(LAYLA, LAYLA, "راقب جهة:oasis", "واحة");
    bench.awaitReads(2);
    entities("[{is: سبيطلة, country: nowhere}]");
    bench.awaitReads(5);
    bench.feed.publish("1", "أمطار على سبيطلة");

    bench.awaitAlert(LAYLA, "أمطار على سبيطلة");
  }

  @Test
  void theOperatorIsToldOnceOfAMistakeInTheEntitiesAndOfItsMending() throws IOException {
    entities("[سبيطلة]");
    bench.environment.put("MARSAD_ADMINS", Long.toString(LAYLA));
    bench.start();
    bench.ask(LAYLA, LAYLA, "/start", "");
    bench.ask(OMAR, OMAR, "/start", "");
    entities("[{is: سبيطلة, country: nowhere}]");
    bench.awaitAlert(LAYLA, "خطأ في دليل الجهات");
    bench.awaitReads(4);
    entities("[سبيطلة, جلولة]");
    bench.awaitAlert(LAYLA, "زال الخطأ من دليل الجهات");

    assertThat(told(LAYLA, "خطأ في"))
        .singleElement()
        .asString()
        .contains("entities.yaml:2")
        .contains("nowhere")
        .contains("باقٍ في الاستعمال");
    assertThat(told(LAYLA, "زال الخطأ")).hasSize(1);
    assertThat(told(OMAR, "الخطأ")).isEmpty();
  }

  private List<String> told(long chat, String words) {
    return bench.chats.of(chat).stream()
        .map(ChatMessage::text)
        .filter(text -> text.contains(words))
        .toList();
  }
}
