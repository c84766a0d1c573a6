package org.marsad.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.marsad.app.BotBench.LAYLA;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.playground.Fault;
import org.marsad.playground.StandInServer;

/** The packaged program with every logger at its loudest: the token is in nothing it says. */
@Tag("slow")
class SecretsIT {
  private static final String SECRET =
      StandInServer.TOKEN.substring(StandInServer.TOKEN.indexOf(':') + 1);
  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private BotBench bench;

  @BeforeEach
  void open() throws IOException {
    bench = new BotBench(folder);
    bench.environment.put("MARSAD_LOG_LEVEL", "TRACE");
    bench.environment.put("MARSAD_LIBRARY_LOG_LEVEL", "TRACE");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private BotProcess start(String... arguments) throws IOException {
    Path logging =
        Files.writeString(
            folder.resolve("logging.properties"),
            """
            handlers=java.util.logging.ConsoleHandler
            java.util.logging.ConsoleHandler.level=FINEST
            .level=FINEST
            """);
    String[] all = new String[arguments.length + 2];
    all[0] = "-Djava.util.logging.config.file=" + logging;
    all[1] = "--";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return new BotProcess(folder, bench.environment, all);
  }

  private static void isSilentOfTheToken(BotProcess bot) {
    assertThat(bot.printed()).as("the loudest level").contains(" DEBUG ").contains("FINE");
    assertThat(bot.printed()).doesNotContain(SECRET);
  }

  /** Lets one call go wrong and waits until it was made. */
  private void goesWrong(String method, Fault.Kind kind) {
    int before = bench.telegram.requests().count(method);
    bench.telegram.faults().next(method, Fault.of(kind), 1);
    bench.crowd.say(LAYLA, LAYLA, "/help");
    assertThat(bench.telegram.requests().await(method, before + 1, SOON)).isTrue();
  }

  @Test
  void whateverGoesRightOrWrong() throws Exception {
    try (BotProcess bot = start()) {
      String address = bot.awaitStart();
      bench.ask(LAYLA, LAYLA, "/watch صدام حفتر", "صدام حفتر");
      bench.awaitReads(2);
      bench.feed.publish("1", "صدام حفتر يصل إلى سبها");
      bench.chats.awaitFromBot(LAYLA, "يصل إلى سبها");
      for (Fault.Kind kind :
          List.of(
              Fault.Kind.DROP_BEFORE,
              Fault.Kind.BAD_GATEWAY,
              Fault.Kind.EMPTY_BODY,
              Fault.Kind.TOO_MANY_REQUESTS,
              Fault.Kind.FORBIDDEN,
              Fault.Kind.UNAUTHORIZED)) {
        goesWrong("sendMessage", kind);
      }
      for (Fault.Kind kind :
          List.of(
              Fault.Kind.DROP_BEFORE,
              Fault.Kind.BAD_GATEWAY,
              Fault.Kind.EMPTY_BODY,
              Fault.Kind.TOO_MANY_REQUESTS,
              Fault.Kind.CONFLICT)) {
        goesWrong("getUpdates", kind);
      }
      assertThat(BotBench.fetch(address + "/metrics").body()).doesNotContain(SECRET);
      bench.server.close();
      await().atMost(SOON).until(() -> bot.printed().contains("ConnectException"));
      assertThat(BotBench.fetch(address + "/health/ready").body()).doesNotContain(SECRET);
      bot.terminate();
      assertThat(bot.printed()).contains(" TRACE ");
      isSilentOfTheToken(bot);
    }
  }

  @Test
  void aServerThatIsNotThereOrRefusesTheToken() throws Exception {
    bench.environment.put("MARSAD_TELEGRAM_API_URL", "http://nowhere.invalid");
    try (BotProcess bot = start()) {
      bot.awaitStart();
      await().atMost(SOON).until(() -> bot.printed().contains("UnknownHostException"));
      bot.terminate();
      isSilentOfTheToken(bot);
    }
    bench.telegram.revokeToken();
    bench.environment.put("MARSAD_TELEGRAM_API_URL", bench.server.base().toString());
    for (String command : List.of("run", "check")) {
      try (BotProcess bot = start(command)) {
        assertThat(bot.awaitEnd()).isPositive();
        assertThat(bot.printed()).contains("TELEGRAM_BOT_TOKEN is not accepted");
        isSilentOfTheToken(bot);
      }
    }
  }
}
