package org.marsad.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.marsad.app.BotBench.LAYLA;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.HandleCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.alert.Chats;
import org.marsad.playground.ChatMessage;

/** What is held back by a bot that is down when its time comes, and by one that is not. */
class HeldOverRestartTest {
  private static final Duration SOON = Duration.ofSeconds(15);
  private static final String FIRST = "صدام حفتر يصل إلى سبها";
  private static final String SECOND = "صدام حفتر يغادر بنغازي";

  @TempDir private Path folder;
  private BotBench bench;

  @BeforeEach
  void open() throws IOException {
    bench = new BotBench(folder);
    bench.start();
    bench.watch(LAYLA, LAYLA);
    bench.awaitReads(2);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private List<ChatMessage> told(String part) {
    return bench.chats.of(LAYLA).stream().filter(m -> m.text().contains(part)).toList();
  }

  private void publish() {
    bench.feed.publish("1", FIRST);
    bench.feed.publish("2", SECOND);
    await().atMost(SOON).until(() -> bench.get("/metrics").body().contains("{state=\"held\"} 2.0"));
    assertThat(told(FIRST)).isEmpty();
  }

  /** Down for hours: Quartz's triggers misfired, and the time of what is held is past. */
  private void downFor(Duration time) {
    bench.stop();
    inDatabase(
        handle ->
            handle.execute(
                "UPDATE qrtz_triggers SET next_fire_time = next_fire_time - ?", time.toMillis()));
    bench.clock = Clock.offset(Clock.systemUTC(), time);
    bench.start();
  }

  private void isToldOnceInOneMessage(String title) {
    ChatMessage message = bench.awaitAlert(LAYLA, title);
    assertThat(message.text()).contains(FIRST, SECOND);
    bench.stop();
    assertThat(told(FIRST)).hasSize(1);
    assertThat(told(SECOND)).hasSize(1);
    assertThat(count("held IS NOT NULL AND told_in IS NOT NULL")).isEqualTo(2);
    assertThat(count("notice LIKE 'digest %'")).isEqualTo(1);
    assertThat(count("settled_at IS NULL")).isZero();
  }

  private int count(String which) {
    return inDatabase(
        handle ->
            handle
                .createQuery("SELECT count(*) FROM outbox WHERE " + which)
                .mapTo(Integer.class)
                .one());
  }

  /** While the bot is down. */
  private <T> T inDatabase(HandleCallback<T, RuntimeException> does) {
    try (Database database = Database.open(bench.config().databaseUrl())) {
      return database.jdbi().withHandle(does);
    }
  }

  @Test
  void whatQuietHoursHeldBackComesAsOneDigestWhenTheyEndedWhileItWasDown() {
    LocalTime now = LocalTime.now(Chats.DEFAULT_ZONE).truncatedTo(ChronoUnit.MINUTES);
    bench.ask(LAYLA, LAYLA, "/quiet " + now.minusHours(1) + "-" + now.plusHours(2), "ساعات الهدوء");
    publish();

    downFor(Duration.ofHours(3));
    isToldOnceInOneMessage("ما جاء في ساعات الهدوء");
  }

  @Test
  void aDigestThatWasDueWhileItWasDownComesOnce() {
    digestWatch();
    publish();

    downFor(Duration.ofDays(2));
    isToldOnceInOneMessage("الموجز");
  }

  private void digestWatch() {
    ChatMessage list = bench.ask(LAYLA, LAYLA, "/watches", "صدام حفتر");
    bench.crowd.press(LAYLA, list.id(), LAYLA, "1");
    await()
        .atMost(SOON)
        .ignoreExceptions()
        .until(() -> !bench.crowd.press(LAYLA, list.id(), LAYLA, "في الموجز").isEmpty());
    await().atMost(SOON).until(() -> bench.ask(LAYLA, LAYLA, "/watches", "").text().contains("🗞"));
  }

  @Test
  void theDigestIsHadAtOnceWhereItIsAskedFor() {
    digestWatch();
    publish();
    ChatMessage digest = bench.ask(LAYLA, LAYLA, "/digest", "يأتي الموجز");
    bench.crowd.press(LAYLA, digest.id(), LAYLA, "الموجز الآن");

    isToldOnceInOneMessage("الموجز: خبران");
  }
}
