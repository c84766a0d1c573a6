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
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.alert.Deliverer;
import org.marsad.playground.ChatMessage;
import org.marsad.playground.Fault;

/**
 * The packaged program, ended in the middle of its work. {@code -Dmarsad.kill.seed} repeats the
 * moments of a run, {@code -Dmarsad.kill.rounds} takes another number of them.
 */
@Tag("slow")
class KillIT {
  /** So many that none is hit as often in an hour as would be gathered in one message. */
  private static final List<String> WORDS = List.of("نفط", "قمح", "قطن", "حديد");

  private static final int ROUNDS = Integer.getInteger("marsad.kill.rounds", 30);
  private static final int RATE = 1000;
  private static final int CHATS = 40;
  private static final int ITEMS_A_ROUND = 2;
  private static final long FIRST_CHAT = 7_000;
  private static final long MAX_FILE_BYTES = 64L << 20;

  @TempDir private Path folder;
  private BotBench bench;
  private @Nullable BotProcess bot;
  private final List<String> published = new ArrayList<>();
  private final long seed = Long.getLong("marsad.kill.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @BeforeEach
  void open() throws IOException {
    bench = new BotBench(folder);
    bench.environment.put("MARSAD_TELEGRAM_RATE", Integer.toString(RATE));
    bench
        .telegram
        .faults()
        .always("sendMessage", new Fault(Fault.Kind.SLOW, Duration.ofMillis(80)));
    chats().forEach(chat -> bench.crowd.person(chat, "متابع " + chat, "ar"));
  }

  @AfterEach
  void close() {
    if (bot != null) {
      bot.close();
    }
    bench.close();
  }

  private static List<Long> chats() {
    return IntStream.range(0, CHATS).mapToObj(i -> FIRST_CHAT + i).toList();
  }

  private BotProcess start() {
    BotProcess started = new BotProcess(folder, bench.environment);
    bot = started;
    started.awaitStart();
    return started;
  }

  private void everybodyWatches() {
    for (String word : WORDS) {
      chats().forEach(chat -> bench.crowd.say(chat, chat, "/watch " + word));
      chats().forEach(chat -> bench.chats.awaitFromBot(chat, word));
    }
  }

  private void publishSome(int round) {
    for (int i = 0; i < ITEMS_A_ROUND; i++) {
      String guid = round + "-" + i;
      int number = published.size();
      published.add("https://example.org/n/" + guid);
      bench.feed.publish(guid, "أخبار ال" + WORDS.get(number % WORDS.size()) + " " + number);
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

  /** Behind thirty restarts the queue of answers and alerts is long. */
  private void awaitLong(BotProcess running, long chat, String part) {
    Predicate<ChatMessage> wanted = message -> message.isFromBot() && message.text().contains(part);
    if (bench.chats.await(chat, wanted, Duration.ofMinutes(2)).isEmpty()) {
      String said = "no " + part + " to " + chat + " but " + bench.chats.of(chat);
      throw new AssertionError(said + "; seed " + seed + "\n" + running.threads());
    }
  }

  /** How many messages came again. */
  private long repeats() {
    return counts().stream().mapToLong(count -> Math.max(0, count - 1)).sum();
  }

  private void aMoment(int maxMillis) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(random.nextInt(maxMillis));
  }

  /** A chat has one message under way, so a kill repeats one a chat, and no more than may fly. */
  private static long mostRepeats() {
    return (long) ROUNDS * Math.min(CHATS, Deliverer.maxInFlight(RATE));
  }

  @Test
  void killedAtAnyMomentItLosesNothingAndRepeatsOnlyWhatWasInFlight() throws Exception {
    System.out.println("moments of the kills by -Dmarsad.kill.seed=" + seed);
    BotProcess running = start();
    bench.awaitReads(2);
    everybodyWatches();
    List<Long> latecomers = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      publishSome(round);
      aMoment(2000);
      if (round % 5 == 0) {
        long latecomer = FIRST_CHAT + CHATS + round;
        latecomers.add(latecomer);
        bench.crowd.person(latecomer, "متأخر", "ar");
        bench.crowd.say(latecomer, latecomer, "/watch غاز");
      }
      aMoment(1000);
      running.kill();
      running = start();
    }
    awaitAllTold();

    System.out.println(
        counts().size() + " alerts over " + ROUNDS + " kills, came again: " + repeats());
    assertThat(repeats())
        .as("repeats after %d kills, seed %d", ROUNDS, seed)
        .isLessThanOrEqualTo(mostRepeats());
    for (long chat : latecomers) {
      awaitLong(running, chat, "غاز");
    }
    bench.feed.publish("gas", "الغاز في الأسواق");
    for (long chat : latecomers) {
      awaitLong(running, chat, "الغاز في الأسواق");
    }
    assertThat(running.terminate()).isLessThan(Duration.ofSeconds(10));
    assertThat(Files.size(folder.resolve("data/marsad.mv.db"))).isLessThan(MAX_FILE_BYTES);
  }

  @Test
  void askedToStopItFinishesWhatIsInFlightAndRepeatsNothing() throws Exception {
    BotProcess running = start();
    bench.awaitReads(2);
    everybodyWatches();
    for (int round = 0; round < 2; round++) {
      publishSome(round);
      aMoment(3000);
      assertThat(running.terminate()).isLessThan(Duration.ofSeconds(10));
      running = start();
    }
    awaitAllTold();

    assertThat(repeats()).as("repeats after stops, seed %d", seed).isZero();
  }
}
