package org.marsad.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.alert.Deliverer;
import org.marsad.playground.Fault;

/** The packaged program, ended in the middle of its work. */
@Tag("slow")
class KillIT {
  private static final int ROUNDS = 5;
  private static final int CHATS = 40;
  private static final int ITEMS_A_ROUND = 6;
  private static final long FIRST_CHAT = 7_000;
  private static final long MAX_FILE_BYTES = 64L << 20;

  @TempDir private Path folder;
  private BotBench bench;
  private final List<String> published = new ArrayList<>();
  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @BeforeEach
  void open() throws IOException {
    bench = new BotBench(folder);
    bench.environment.put("MARSAD_TELEGRAM_RATE", "1000");
    bench
        .telegram
        .faults()
        .always("sendMessage", new Fault(Fault.Kind.SLOW, Duration.ofMillis(80)));
    chats().forEach(chat -> bench.crowd.person(chat, "متابع " + chat, "ar"));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static List<Long> chats() {
    return IntStream.range(0, CHATS).mapToObj(i -> FIRST_CHAT + i).toList();
  }

  private BotProcess start() {
    BotProcess bot = new BotProcess(folder, bench.environment);
    bot.awaitStart();
    bench.awaitReads(2);
    return bot;
  }

  private void everybodyWatches() {
    chats().forEach(chat -> bench.crowd.say(chat, chat, "/watch نفط"));
    chats().forEach(chat -> bench.chats.awaitFromBot(chat, "نفط"));
  }

  private void publishSome(int round) {
    for (int i = 0; i < ITEMS_A_ROUND; i++) {
      String guid = round + "-" + i;
      published.add("https://example.org/n/" + guid);
      bench.feed.publish(guid, "أخبار النفط");
    }
  }

  private long told(long chat, String link) {
    return bench.chats.fromBot(chat).stream()
        .flatMap(message -> message.keys().stream())
        .filter(key -> key.value().equals(link))
        .count();
  }

  private List<Long> counts() {
    return chats().stream()
        .flatMap(chat -> published.stream().map(link -> told(chat, link)))
        .toList();
  }

  private void awaitAllTold() {
    await("all told; seed " + seed)
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> counts().stream().allMatch(count -> count > 0));
  }

  /** How many messages came again. */
  private long repeats() {
    return counts().stream().mapToLong(count -> Math.max(0, count - 1)).sum();
  }

  private void aMoment(int maxMillis) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(random.nextInt(maxMillis));
  }

  @Test
  void killedAtAnyMomentItLosesNothingAndRepeatsOnlyWhatWasInFlight() throws Exception {
    BotProcess bot = start();
    everybodyWatches();
    List<Long> latecomers = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      publishSome(round);
      aMoment(3000);
      long latecomer = FIRST_CHAT + CHATS + round;
      latecomers.add(latecomer);
      bench.crowd.person(latecomer, "متأخر", "ar");
      bench.crowd.say(latecomer, latecomer, "/watch غاز");
      aMoment(1500);
      bot.kill();
      bot = start();
    }
    awaitAllTold();

    assertThat(repeats())
        .as("repeats after %d kills, seed %d", ROUNDS, seed)
        .isLessThanOrEqualTo((long) ROUNDS * Deliverer.maxInFlight(1000));
    latecomers.forEach(chat -> bench.chats.awaitFromBot(chat, "غاز"));
    bench.feed.publish("gas", "الغاز في الأسواق");
    latecomers.forEach(chat -> bench.chats.awaitFromBot(chat, "الغاز في الأسواق"));
    assertThat(bot.terminate()).isLessThan(Duration.ofSeconds(10));
    assertThat(Files.size(folder.resolve("data/marsad.mv.db"))).isLessThan(MAX_FILE_BYTES);
    System.out.println(
        counts().size() + " alerts over " + ROUNDS + " kills, came again: " + repeats());
  }

  @Test
  void askedToStopItFinishesWhatIsInFlightAndRepeatsNothing() throws Exception {
    BotProcess bot = start();
    everybodyWatches();
    for (int round = 0; round < 2; round++) {
      publishSome(round);
      aMoment(3000);
      assertThat(bot.terminate()).isLessThan(Duration.ofSeconds(10));
      bot = start();
    }
    awaitAllTold();

    assertThat(repeats()).as("repeats after stops, seed %d", seed).isZero();
    bot.close();
  }
}
