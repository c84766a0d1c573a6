package org.marsad.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.marsad.alert.Messenger;
import org.marsad.alert.SendResult;
import org.marsad.chat.Incoming;
import org.marsad.chat.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles stored updates: reads each on its own, asks the conversation, sends the replies, marks it
 * handled. The updates of one chat are handled in order, those of different chats side by side. One
 * that cannot be read is set aside with a log line.
 */
public final class Answering implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Answering.class);
  private static final int BATCH = 100;
  private static final Duration REST = Duration.ofSeconds(1);
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);
  private static final int MAX_ATTEMPTS = 3;

  private final UpdateLog log;
  private final UpdateReader reader;
  private final Function<Incoming, List<Reply>> conversation;
  private final Messenger messenger;
  private final Semaphore awake = new Semaphore(0);
  private final CountDownLatch stop = new CountDownLatch(1);
  private final ExecutorService workers =
      Executors.newFixedThreadPool(8, task -> new Thread(task, "answering"));
  private final Thread thread = new Thread(this::run, "updates");

  /**
   * Prepares handling; {@link #start} begins it, first with what an earlier run left.
   *
   * @param me the bot's user name and its admins, as Telegram tells
   */
  public Answering(
      BotApi api, String botName, UpdateLog log, Function<Incoming, List<Reply>> conversation) {
    this.log = log;
    this.reader = new UpdateReader(botName, new Admins(api));
    this.conversation = conversation;
    this.messenger = new TelegramMessenger(api);
  }

  /** Begins to handle. */
  public void start() {
    thread.start();
  }

  /** Updates were stored. */
  public void wake() {
    awake.release();
  }

  private void run() {
    while (stop.getCount() > 0) {
      try {
        awake.drainPermits();
        Map<Long, String> waiting = log.waiting(BATCH);
        if (waiting.isEmpty()) {
          awake.tryAcquire(REST.toMillis(), TimeUnit.MILLISECONDS);
        } else {
          handle(waiting);
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException | ExecutionException e) {
        LOG.error("Messages cannot be handled; trying again in a moment", e);
        if (stopsWithin(REST)) {
          return;
        }
      }
    }
  }

  private boolean stopsWithin(Duration time) {
    try {
      return stop.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  /** Handles a batch: one task a chat, so that a slow chat holds up only its own. */
  private void handle(Map<Long, String> waiting) throws InterruptedException, ExecutionException {
    record Unit(long id, Optional<Incoming> incoming) {}
    List<Unit> units =
        waiting.entrySet().stream()
            .map(update -> new Unit(update.getKey(), read(update.getKey(), update.getValue())))
            .toList();
    Map<Long, List<Unit>> byChat =
        units.stream()
            .collect(
                Collectors.groupingBy(
                    unit -> unit.incoming().map(i -> i.address().chat()).orElse(0L)));
    List<Future<?>> tasks =
        byChat.values().stream()
            .<Future<?>>map(
                chat ->
                    workers.submit(
                        () -> {
                          for (Unit unit : chat) {
                            unit.incoming().ifPresent(incoming -> answer(unit.id(), incoming));
                            log.handled(List.of(unit.id()));
                          }
                        }))
            .toList();
    for (Future<?> task : tasks) {
      task.get();
    }
  }

  private Optional<Incoming> read(long id, String body) {
    try {
      return reader.read(body);
    } catch (JsonProcessingException | RuntimeException e) {
      LOG.error("Update {} cannot be read and is set aside: {}", id, e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private void answer(long id, Incoming incoming) {
    try {
      for (Reply reply : conversation.apply(incoming)) {
        send(incoming, reply);
      }
    } catch (RuntimeException e) {
      LOG.error("Update {} in chat {} met an error", id, incoming.address().chat(), e);
      if (incoming.act() instanceof Incoming.Press press) {
        messenger.answerPress(press.pressId(), "");
      }
    }
  }

  private void send(Incoming incoming, Reply reply) {
    if (incoming.act() instanceof Incoming.Press press) {
      messenger.answerPress(press.pressId(), reply.toast());
    }
    if (reply.message() == null) {
      return;
    }
    for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      SendResult result =
          reply.replaces() == null
              ? messenger.send(incoming.address(), reply.message())
              : messenger.edit(incoming.address(), reply.replaces(), reply.message());
      if (!worthAnother(result) || stopsWithin(waitAfter(result))) {
        report(incoming, result);
        return;
      }
    }
    LOG.warn(
        "A reply in chat {} was given up after {} attempts",
        incoming.address().chat(),
        MAX_ATTEMPTS);
  }

  private static boolean worthAnother(SendResult result) {
    return result instanceof SendResult.RetryAfter
        || (result instanceof SendResult.Unknown unknown && !unknown.mayHaveArrived());
  }

  private static Duration waitAfter(SendResult result) {
    Duration asked = result instanceof SendResult.RetryAfter retry ? retry.after() : REST;
    return asked.compareTo(LONGEST_RETRY) < 0 ? asked : LONGEST_RETRY;
  }

  private static void report(Incoming incoming, SendResult result) {
    if (!(result instanceof SendResult.Sent)) {
      LOG.warn("A reply in chat {} did not go out: {}", incoming.address().chat(), result);
    }
  }

  /** Finishes the updates in hand; what is not handled stays stored. */
  @Override
  public void close() {
    stop.countDown();
    wake();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(5));
      workers.shutdownNow();
      thread.interrupt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
