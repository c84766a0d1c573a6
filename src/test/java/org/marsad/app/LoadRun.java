package org.marsad.app;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.marsad.alert.AlertText;
import org.marsad.alert.Alerts;
import org.marsad.alert.Attachment;
import org.marsad.alert.Chat;
import org.marsad.alert.Deliverer;
import org.marsad.alert.Message;
import org.marsad.alert.Messenger;
import org.marsad.alert.SendBudget;
import org.marsad.alert.SendResult;
import org.marsad.feed.Item;
import org.marsad.playground.Fault;
import org.marsad.playground.StandInServer;
import org.marsad.telegram.BotApi;
import org.marsad.telegram.TelegramMessenger;
import org.marsad.watch.Watch;

/** One item told to many chats, on an H2 file and against the stand-in server over HTTP. */
final class LoadRun implements AutoCloseable {
  private static final long FIRST_CHAT = 10_000;
  private static final long BUSY_CHAT = 9_999;
  private static final Duration WARMING_UP = Duration.ofSeconds(5);

  private final Plan plan;
  private final Clock clock;
  private final Database database;
  private final Alerts world;
  private final StandInServer server = StandInServer.start(0);
  private final BotApi api = new BotApi(server.base(), StandInServer.TOKEN);
  private final Deliverer deliverer;
  private final ConcurrentLinkedQueue<Long> acceptedAt = new ConcurrentLinkedQueue<>();
  private final AtomicLong refusals = new AtomicLong();

  /**
   * What is asked of delivery.
   *
   * @param chats how many are told
   * @param perSecond the rate it is set to
   * @param exactLimits whether the server enforces exactly Telegram's limits
   * @param latency what each of the server's answers takes
   * @param backlog how many alerts another chat waits for meanwhile
   */
  record Plan(int chats, int perSecond, boolean exactLimits, Duration latency, int backlog) {}

  LoadRun(Plan plan, Path folder, Clock clock) {
    this.plan = plan;
    this.clock = clock;
    this.database = Database.open("jdbc:h2:file:" + folder.resolve("load"));
    this.world = new Alerts(database.jdbi());
    this.deliverer =
        new Deliverer(
            new Deliverer.Stores(world.outbox, world.chats, clock),
            new Watching(new TelegramMessenger(api)),
            new SendBudget(plan.perSecond(), System::nanoTime),
            alert -> AlertText.of(alert, clock.instant()),
            new SimpleMeterRegistry());
    if (!plan.latency().isZero()) {
      Fault slow = new Fault(Fault.Kind.SLOW, plan.latency());
      server.standIn().faults().always("sendMessage", slow);
    }
    if (plan.exactLimits()) {
      server.standIn().limits().enforce();
    }
  }

  /** Tells them all and waits for the last. */
  LoadResult measure() {
    Watch[] watches =
        IntStream.range(0, plan.chats()).mapToObj(i -> watch(FIRST_CHAT + i)).toArray(Watch[]::new);
    deliverer.start();
    warmUp();
    fill();
    Item item = world.item(clock.instant());
    long cpu = cpuNanos();
    world.tell(item, clock.instant(), watches);
    long committed = System.nanoTime();
    deliverer.wake();
    await(plan.chats());
    Duration used = Duration.ofNanos(cpuNanos() - cpu);
    List<Duration> delays =
        acceptedAt.stream().map(at -> Duration.ofNanos(at - committed)).sorted().toList();
    return new LoadResult(
        plan,
        delays,
        used,
        new LoadResult.Faults(refusals.get(), repeats(), plan.chats() - told()));
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Others are told of another item first: a bot that runs has its code loaded and compiled. */
  private void warmUp() {
    int others = (int) (plan.perSecond() * WARMING_UP.toSeconds());
    Watch[] watches =
        IntStream.range(0, others)
            .mapToObj(i -> watch(FIRST_CHAT + plan.chats() + i))
            .toArray(Watch[]::new);
    world.tell(world.item(clock.instant()), clock.instant(), watches);
    deliverer.wake();
    await(others);
    acceptedAt.clear();
    refusals.set(0);
  }

  /** One chat is to be told much. */
  private void fill() {
    Watch busy = watch(BUSY_CHAT);
    for (int i = 0; i < plan.backlog(); i++) {
      world.tell(world.item(clock.instant()), clock.instant(), busy);
    }
  }

  private Watch watch(long number) {
    server.standIn().crowd().person(number, "متابع " + number, "ar");
    server.standIn().crowd().say(number, number, "/start");
    Instant now = clock.instant();
    Chat chat = world.chat(number, now);
    return world.watch(chat, "نفط", now);
  }

  /** Waits until so many were told; and nothing waits, unless a chat is to be told much. */
  private void await(int told) {
    Duration longest = Duration.ofSeconds(60).plusMillis(2000L * told / plan.perSecond());
    long end = System.nanoTime() + longest.toNanos();
    while ((acceptedAt.size() < told || (plan.backlog() == 0 && waits()))
        && System.nanoTime() < end) {
      pause();
    }
  }

  private boolean waits() {
    return world.outbox.oldestWaiting().isPresent();
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Integer> counts() {
    List<Integer> counts = new ArrayList<>();
    for (int i = 0; i < plan.chats(); i++) {
      counts.add(server.standIn().transcript().fromBot(FIRST_CHAT + i).size());
    }
    return counts;
  }

  private long repeats() {
    return counts().stream().mapToLong(count -> Math.max(0, count - 1)).sum();
  }

  private long told() {
    return counts().stream().filter(count -> count > 0).count();
  }

  /** Writes down when the server took what. */
  private final class Watching implements Messenger {
    private final Messenger messenger;

    Watching(Messenger messenger) {
      this.messenger = messenger;
    }

    @Override
    public SendResult send(Chat.Address to, Message message) {
      SendResult result = messenger.send(to, message);
      if (result instanceof SendResult.Sent && to.chat() >= FIRST_CHAT) {
        acceptedAt.add(System.nanoTime());
      } else if (result instanceof SendResult.RetryAfter) {
        refusals.incrementAndGet();
      }
      return result;
    }

    @Override
    public SendResult send(Chat.Address to, Attachment attachment) {
      return send(to, attachment.caption());
    }

    @Override
    public SendResult edit(Chat.Address in, int messageId, Message message) {
      return messenger.edit(in, messageId, message);
    }

    @Override
    public void answerPress(String pressId, String text) {
      messenger.answerPress(pressId, text);
    }
  }

  @Override
  public void close() {
    deliverer.close();
    api.close();
    server.close();
    database.close();
  }
}
