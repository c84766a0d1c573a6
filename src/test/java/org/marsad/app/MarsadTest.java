package org.marsad.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.marsad.app.BotBench.LAYLA;
import static org.marsad.app.BotBench.OMAR;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.playground.ChatMessage;
import org.marsad.playground.Fault;

/** The whole program, from a line typed to an alert. */
class MarsadTest {
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

  private long alerts(long chat, String headline) {
    return bench.chats.of(chat).stream().filter(m -> m.text().contains(headline)).count();
  }

  private static List<String> bold(ChatMessage message) {
    return message.content().entities().stream()
        .filter(entity -> entity.type().equals("bold"))
        .map(e -> message.text().substring(e.offset(), e.offset() + e.length()))
        .toList();
  }

  @Test
  void anItemIsToldWithItsHitInBoldWithinThreeSecondsOfThePoll() {
    bench.start();
    bench.watch(LAYLA, LAYLA);
    bench.awaitReads(2);
    AtomicReference<Instant> read = new AtomicReference<>();
    bench.feed.beforeAnswer = () -> read.compareAndSet(null, Instant.now()); // at most a poll early
    bench.feed.publish("1", "زيارة إلى الجنوب", HEADLINE + " في زيارة.", "");
    ChatMessage alert = bench.awaitAlert(LAYLA, HEADLINE);

    assertThat(Duration.between(read.get(), Instant.now())).isLessThan(Duration.ofSeconds(3));
    assertThat(bold(alert)).anySatisfy(part -> assertThat(part).contains("صدام حفتر"));
    assertThat(alert.text()).contains("وكالة المرصد").contains("زيارة إلى الجنوب");
  }

  @Test
  void aRestartRepeatsNothingAndForgetsNothing() {
    bench.start();
    bench.watch(LAYLA, LAYLA);
    bench.awaitReads(2);
    bench.feed.publish("1", HEADLINE);
    bench.awaitAlert(LAYLA, HEADLINE);
    bench.start();
    bench.awaitReads(3);
    assertThat(alerts(LAYLA, HEADLINE)).isEqualTo(1);

    bench.feed.publish("2", "صدام حفتر يغادر سبها");
    bench.awaitAlert(LAYLA, "صدام حفتر يغادر سبها");
  }

  @Test
  void whatIsPublishedWhileTheBotIsDownIsToldWhenItIsBack() {
    bench.start();
    bench.watch(LAYLA, LAYLA);
    bench.awaitReads(2);
    bench.stop();
    bench.feed.publish("1", HEADLINE);
    bench.start();

    bench.awaitAlert(LAYLA, HEADLINE);
  }

  @Test
  void aTopicOfAForumHearsItsOwnWatches() {
    long forum = bench.crowd.forum("غرفة الأخبار", LAYLA, List.of("ليبيا", "السودان"));
    bench.start();
    bench.crowd.say(forum, 2, LAYLA, "/watch صدام حفتر");
    bench.chats.awaitFromBot(forum, "صدام حفتر");
    bench.awaitReads(2);
    bench.feed.publish("1", HEADLINE);

    assertThat(bench.awaitAlert(forum, HEADLINE).topic()).isEqualTo(2);
  }

  @Test
  void aGroupThatBecomesASupergroupGoesOnHearing() {
    long group = bench.crowd.group("مجموعة", LAYLA);
    bench.start();
    bench.watch(group, LAYLA);
    bench.awaitReads(2);
    long grown = bench.crowd.migrate(group);
    bench.feed.publish("1", HEADLINE);

    bench.awaitAlert(grown, HEADLINE);
  }

  @Test
  void aChannelIsToldWhatItsAdminWatches() {
    long channel = bench.crowd.channel("قناة", LAYLA);
    bench.start();
    bench.ask(channel, LAYLA, "/watch صدام حفتر", "صدام حفتر");
    bench.awaitReads(2);
    bench.feed.publish("1", HEADLINE);

    bench.awaitAlert(channel, HEADLINE);
  }

  @Test
  void whoBlocksTheBotIsLeftAloneAndKeepsTheSetUp() {
    bench.start();
    bench.watch(LAYLA, LAYLA);
    bench.watch(OMAR, OMAR);
    bench.awaitReads(2);
    bench.crowd.block(LAYLA);
    bench.feed.publish("1", HEADLINE);
    bench.awaitAlert(OMAR, HEADLINE);
    bench.awaitReads(2);
    assertThat(alerts(LAYLA, HEADLINE)).isZero();

    bench.crowd.unblock(LAYLA);
    bench.ask(LAYLA, LAYLA, "/start", "");
    bench.awaitReads(1);
    bench.feed.publish("2", "صدام حفتر يغادر سبها");
    bench.awaitAlert(LAYLA, "صدام حفتر يغادر سبها");
    assertThat(alerts(LAYLA, HEADLINE)).isZero();
  }

  @Test
  void aServerWithoutRoomDelaysAnAlertAndLosesNone() {
    bench.start();
    bench.watch(LAYLA, LAYLA);
    bench.awaitReads(2);
    Fault busy = new Fault(Fault.Kind.TOO_MANY_REQUESTS, Duration.ofSeconds(2));
    bench.telegram.faults().next("sendMessage", busy, 1);
    bench.feed.publish("1", HEADLINE);
    bench.awaitAlert(LAYLA, HEADLINE);
    bench.awaitReads(2);

    assertThat(alerts(LAYLA, HEADLINE)).isEqualTo(1);
  }

  @Test
  void anAlertThatDidNotReachTheServerIsSentAgain() {
    bench.start();
    bench.watch(LAYLA, LAYLA);
    bench.awaitReads(2);
    bench.telegram.faults().next("sendMessage", Fault.of(Fault.Kind.DROP_BEFORE), 1);
    bench.feed.publish("1", HEADLINE);

    bench.awaitAlert(LAYLA, HEADLINE);
  }

  @Test
  void theStopFinishesWhatIsInFlight() {
    bench.start();
    bench.watch(LAYLA, LAYLA);
    bench.awaitReads(2);
    int sent = bench.telegram.requests().count("sendMessage");
    bench
        .telegram
        .faults()
        .always("sendMessage", new Fault(Fault.Kind.SLOW, Duration.ofSeconds(3)));
    bench.feed.publish("1", HEADLINE);
    assertThat(bench.telegram.requests().await("sendMessage", sent + 1, SOON)).isTrue();
    long before = System.nanoTime();
    bench.stop();
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(SOON);
    assertThat(alerts(LAYLA, HEADLINE)).isEqualTo(1);

    bench.telegram.faults().clear();
    bench.start();
    bench.awaitReads(3);
    assertThat(alerts(LAYLA, HEADLINE)).isEqualTo(1);
  }

  @Test
  void whatIsCountedIsOnThePageOfMetrics() throws Exception {
    bench.start();
    bench.watch(LAYLA, LAYLA);
    bench.awaitReads(2);
    bench.feed.publish("1", HEADLINE);
    bench.awaitAlert(LAYLA, HEADLINE);
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(bench.get("/metrics").body())
                    .contains("marsad_items_total 1.0")
                    .contains("marsad_hits_total 1.0")
                    .contains("marsad_alerts{state=\"sent\"} 1.0")
                    .contains("marsad_alerts{state=\"pending\"} 0.0")
                    .contains("marsad_alerts{state=\"held\"} 0.0")
                    .contains("marsad_alerts_oldest_pending_seconds 0.0")
                    .contains("marsad_polls_total{outcome=\"new items\"} 1.0")
                    .contains("marsad_send_latency_seconds_count 1")
                    .contains("marsad_feed_lag_seconds_count 1"));
  }

  @Test
  void anUninvitedChatIsNotLetIn() {
    bench.environment.put("MARSAD_ACCESS", "invite");
    bench.start();
    bench.crowd.say(LAYLA, LAYLA, "/watch صدام حفتر");
    bench.ask(OMAR, OMAR, "/start " + Invite.secret(bench.config().token()), "");
    bench.ask(OMAR, OMAR, "/watch صدام حفتر", "Saddam Haftar");
    bench.awaitReads(2);
    bench.feed.publish("1", HEADLINE);
    bench.awaitAlert(OMAR, HEADLINE);
    bench.awaitReads(2);

    assertThat(alerts(LAYLA, HEADLINE)).isZero();
  }

  @Test
  void aDamagedWatchIsNoReasonNotToStart() throws Exception {
    bench.start();
    bench.watch(LAYLA, LAYLA);
    bench.stop();
    try (Database database = Database.open(bench.config().databaseUrl())) {
      database
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute(
                      "INSERT INTO watches (chat_id, query, label, created_at) SELECT id, '((', '((', ? FROM chats",
                      Clock.systemUTC().instant()));
    }
    bench.start();
    bench.awaitReads(2);
    bench.feed.publish("1", HEADLINE);

    bench.awaitAlert(LAYLA, HEADLINE);
  }
}
