package org.marsad.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.marsad.app.BotBench.LAYLA;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.playground.StandInServer;

/** What the program needs to start, what it says where it cannot, and whether it is well. */
class StartTest {
  private static final Duration SOON = Duration.ofSeconds(10);

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

  @Test
  void readyMeansDatabaseScheduleAndTelegramAreWell() throws Exception {
    bench.start();
    await().atMost(SOON).until(() -> bench.get("/health/ready").statusCode() == 200);
    assertThat(bench.get("/health/ready").body())
        .isEqualTo("database: ok\nschedule: ok\ntelegram: ok\n");
    assertThat(bench.get("/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void aSilentTelegramIsNotReadyAndSaysSo() throws Exception {
    int port = bench.server.base().getPort();
    bench.server.close();
    bench.start();
    assertThat(bench.get("/health/ready"))
        .satisfies(
            response -> {
              assertThat(response.statusCode()).isEqualTo(503);
              assertThat(response.body()).contains("telegram: no getUpdates succeeded");
            });

    try (var back = StandInServer.start(port)) {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> bench.get("/health/ready").statusCode() == 200);
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> back.standIn().requests().count("setMyCommands") >= 2);
    }
  }

  @Test
  void aTokenThatIsNobodysStopsTheStart() {
    bench.telegram.revokeToken();

    assertThatThrownBy(() -> bench.start())
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("TELEGRAM_BOT_TOKEN is not accepted")
        .hasMessageContaining("Unauthorized")
        .hasMessageNotContaining("STAND-IN");
  }

  @Test
  void aTokenRevokedWhileTheBotRunsEndsIt() throws Exception {
    Marsad bot = bench.start();
    await().atMost(SOON).until(() -> bench.get("/health/ready").statusCode() == 200);
    bench.telegram.revokeToken();
    bench.crowd.say(LAYLA, LAYLA, "/start");

    assertThat(bot.refused().get(30, TimeUnit.SECONDS)).contains("TELEGRAM_BOT_TOKEN");
  }

  @Test
  void aCatalogueThatCannotBeReadStopsTheStart() throws IOException {
    bench.environment.put("MARSAD_ENTITIES", folder.resolve("missing.yaml").toString());
    assertThatThrownBy(() -> bench.start())
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("MARSAD_ENTITIES")
        .hasMessageContaining("missing.yaml");

    bench.environment.remove("MARSAD_ENTITIES");
    Files.writeString(folder.resolve("feeds.opml"), "<html></html>");
    assertThatThrownBy(() -> bench.start())
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("MARSAD_FEEDS_OPML")
        .hasMessageContaining("feeds.opml:1");
  }

  @Test
  void aPortInUseStopsTheStartAndLeavesTheDatabaseFree() throws Exception {
    int taken = bench.server.base().getPort();
    bench.environment.put("MARSAD_HTTP_PORT", Integer.toString(taken));
    assertThatThrownBy(() -> bench.start())
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("MARSAD_HTTP_PORT")
        .hasMessageContaining(Integer.toString(taken));

    bench.environment.put("MARSAD_HTTP_PORT", "0");
    bench.start();
    assertThat(bench.get("/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void withoutATokenThePlaygroundStartsAndKeepsNothing() throws Exception {
    bench.environment.put("TELEGRAM_BOT_TOKEN", "");
    Marsad bot = bench.start();
    assertThat(bot.isPlayground()).isTrue();
    await().atMost(SOON).until(() -> bench.get("/health/ready").statusCode() == 200);

    assertThat(bench.get("/playground").statusCode()).isEqualTo(200);
    assertThat(folder.resolve("data")).doesNotExist();
    assertThat(bench.feed.requests).as("requests to the operator's feeds").hasValue(0);
  }

  @Test
  void withATokenThePlaygroundIsNotThere() throws Exception {
    Marsad bot = bench.start();

    assertThat(bot.isPlayground()).isFalse();
    assertThat(bench.get("/playground").statusCode()).isEqualTo(404);
  }

  @Test
  void addressesOfTheProgramAreThoseThisMachineReaches() {
    URI address = bench.start().address();

    assertThat(address.getHost()).isEqualTo("127.0.0.1");
    assertThat(address.getPort()).isPositive();
  }

  @Test
  void theMenuIsArabicForArabicClientsAndEnglishForOthers() {
    bench.start();
    assertThat(bench.telegram.requests().await("setMyCommands", 2, SOON)).isTrue();

    assertThat(bench.telegram.requests().of("setMyCommands"))
        .extracting(request -> request.arguments().getOrDefault("language_code", ""))
        .containsExactlyInAnyOrder("", "ar");
    assertThat(bench.telegram.requests().of("setMyCommands"))
        .allSatisfy(r -> assertThat(r.arguments().get("commands")).contains("watch"));
  }
}
