package org.marsad.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.app.Database;
import org.marsad.app.TestDatabase;
import org.marsad.playground.Fault;
import org.marsad.playground.RequestLog;
import org.marsad.playground.StandInServer;

/** How updates are received; the faults are those measured on the library's own session. */
class TelegramUpdatesTest {
  private static final long LAYLA = 5001;
  private static final Duration SOON = Duration.ofSeconds(10);

  private final Clock clock = Clock.systemUTC();
  private final AtomicInteger arrived = new AtomicInteger();
  private StandInServer server = StandInServer.start(0);
  private Database database;
  private UpdateLog log;
  private BotApi api;
  private TelegramUpdates updates;

  @BeforeEach
  void open() {
    database = TestDatabase.open();
    log = new UpdateLog(database.jdbi(), clock);
    server.standIn().crowd().person(LAYLA, "ليلى", "ar");
    api = new BotApi(server.base(), StandInServer.TOKEN);
    updates = poller();
  }

  @AfterEach
  void close() {
    updates.close();
    api.close();
    server.close();
    database.close();
  }

  private TelegramUpdates poller() {
    return new TelegramUpdates(api, log, arrived::incrementAndGet, clock);
  }

  private void say(String text) {
    server.standIn().crowd().say(LAYLA, LAYLA, text);
  }

  private List<String> stored() {
    return List.copyOf(log.waiting(100, Set.of()).values());
  }

  private void awaitStored(String part) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(stored()).anySatisfy(t -> assertThat(t).contains(part)));
  }

  private List<RequestLog.Request> polls() {
    return server.standIn().requests().of("getUpdates");
  }

  private static Duration gap(List<RequestLog.Request> polls, int before) {
    return Duration.between(polls.get(before).at(), polls.get(before + 1).at());
  }

  private void execute(String sql) {
    database.jdbi().useHandle(handle -> handle.execute(sql));
  }

  @Test
  void anUpdateIsCommittedBeforeItIsAcknowledged() {
    updates.start();
    say("الأولى");
    awaitStored("الأولى");
    await().atMost(SOON).untilAsserted(() -> assertThat(arrived).hasPositiveValue());
    await().atMost(SOON).until(() -> server.standIn().updates().size() == 0);

    assertThat(polls().get(polls().size() - 1).arguments().get("offset")).isNotEqualTo("0");
  }

  @Test
  void anErrorWhileStoringEndsNoPollingAndLosesNothing() {
    execute("ALTER TABLE updates RENAME TO away");
    say("الأولى");
    updates.start();
    assertThat(server.standIn().requests().await("getUpdates", 2, SOON)).isTrue();
    assertThat(polls()).allSatisfy(p -> assertThat(p.arguments()).containsEntry("offset", "0"));
    assertThat(updates.lastPoll()).isEqualTo(Instant.EPOCH);

    execute("ALTER TABLE away RENAME TO updates");
    awaitStored("الأولى");
    await().atMost(SOON).until(() -> updates.lastPoll().isAfter(Instant.EPOCH));
  }

  @Test
  void anUpdateToldTwiceIsStoredOnce() {
    say("الأولى");
    server.standIn().faults().next("getUpdates", Fault.of(Fault.Kind.EMPTY_BODY), 1);
    updates.start();
    awaitStored("الأولى");
    updates.close();
    updates = poller();
    updates.start();
    say("الثانية");
    awaitStored("الثانية");

    assertThat(stored()).hasSize(2);
  }

  @Test
  void oneUnreadableUpdateBlocksNoOther() {
    server.standIn().updates().poison();
    say("الأولى");
    updates.start();

    awaitStored("الأولى");
  }

  @Test
  void numbersThatStartAnewAreTakenWithoutHurry() {
    updates.start();
    say("الأولى");
    awaitStored("الأولى");
    server.standIn().updates().countFrom(7);
    say("الثانية");
    awaitStored("الثانية");
    int before = polls().size();
    await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(3))
        .until(() -> polls().size() - before <= 2);

    say("الثالثة");
    awaitStored("الثالثة");
  }

  @Test
  void aConflictRaisesAnAlarmAndIsNotHurried() {
    server.standIn().faults().next("getUpdates", Fault.of(Fault.Kind.CONFLICT), 1);
    updates.start();
    await().atMost(SOON).until(() -> updates.trouble().contains("terminated by other getUpdates"));
    say("الأولى");
    awaitStored("الأولى");

    assertThat(gap(polls(), 0)).isGreaterThanOrEqualTo(Duration.ofSeconds(5));
    await().atMost(SOON).untilAsserted(() -> assertThat(updates.trouble()).isEmpty());
  }

  @Test
  void aTokenThatIsNobodysEndsPollingWithTheReason() {
    server.standIn().revokeToken();
    updates.start();
    String reason = updates.refused().orTimeout(10, TimeUnit.SECONDS).join();

    assertThat(reason).contains("TELEGRAM_BOT_TOKEN").contains("Unauthorized");
    assertThat(reason).doesNotContain("STAND-IN");
    assertThat(polls()).hasSize(1);
  }

  @Test
  void aWaitTheServerAsksForIsObeyed() {
    Fault fault = new Fault(Fault.Kind.TOO_MANY_REQUESTS, Duration.ofSeconds(3));
    server.standIn().faults().next("getUpdates", fault, 1);
    updates.start();
    assertThat(server.standIn().requests().await("getUpdates", 2, SOON)).isTrue();

    assertThat(gap(polls(), 0)).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(5));
  }

  @Test
  void aServerThatFailsIsAskedAgainEachTimeLater() {
    server.standIn().faults().next("getUpdates", Fault.of(Fault.Kind.BAD_GATEWAY), 2);
    server.standIn().faults().next("getUpdates", Fault.of(Fault.Kind.DROP_BEFORE), 1);
    say("الأولى");
    updates.start();
    awaitStored("الأولى");

    assertThat(gap(polls(), 0)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    assertThat(gap(polls(), 1)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    assertThat(gap(polls(), 2)).isGreaterThanOrEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void theStopTakesNoTimeAndNothingComesAfterIt() {
    updates.start();
    assertThat(server.standIn().requests().await("getUpdates", 1, SOON)).isTrue();
    long before = System.nanoTime();
    updates.close();
    Duration took = Duration.ofNanos(System.nanoTime() - before);
    int polled = polls().size();
    say("بعد الإغلاق");

    assertThat(took).isLessThan(Duration.ofSeconds(2));
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("telegram-updates");
    assertThat(stored()).isEmpty();
    assertThat(polls()).hasSize(polled);
  }

  @Test
  void aServerThatIsDownAtTheStartIsWaitedFor() {
    int port = server.base().getPort();
    server.close();
    updates.start();
    await().atMost(SOON).until(() -> !updates.trouble().isEmpty());
    assertThat(updates.refused()).isNotDone();

    server = StandInServer.start(port);
    server.standIn().crowd().person(LAYLA, "ليلى", "ar");
    say("الأولى");
    awaitStored("الأولى");
  }

  @Test
  void theTokenIsInNoText() {
    assertThat(api.toString() + updates).doesNotContain("STAND-IN");
  }
}
