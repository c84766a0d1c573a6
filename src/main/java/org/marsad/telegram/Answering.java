package org.marsad.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.marsad.alert.Chat;
import org.marsad.alert.Message;
import org.marsad.alert.Messenger;
import org.marsad.alert.SendResult;
import org.marsad.chat.Errand;
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
  private static final int MAX_IN_HAND = 500;
  private static final Duration REST = Duration.ofSeconds(1);
  private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(3);
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);
  private static final int MAX_ATTEMPTS = 3;

  private final UpdateLog log;
  private final UpdateReader reader;
  private final Function<Incoming, List<Reply>> conversation;
  private final Messenger messenger;
  private final BotFiles files;
  private final Semaphore awake = new Semaphore(0);
  private final CountDownLatch stop = new CountDownLatch(1);
  private final ExecutorService workers =
      Executors.newFixedThreadPool(32, task -> new Thread(task, "answering"));
  private final Set<Long> inHand = ConcurrentHashMap.newKeySet();
  private final Map<Long, CompletableFuture<?>> lastOfChat = new ConcurrentHashMap<>();
  private final Thread thread = new Thread(this::run, "updates");

  /**
   * Prepares handling; {@link #start} begins it, first with what an earlier run left.
   *
   * @param me who the bot is, to tell commands to it from commands to others
   */
  public Answering(
      BotApi api, BotProfile me, UpdateLog log, Function<Incoming, List<Reply>> conversation) {
    this.log = log;
    this.reader = new UpdateReader(me::userName, new Admins(api));
    this.conversation = conversation;
    this.messenger = new TelegramMessenger(api);
    this.files = new BotFiles(api);
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
        if (!takeSome()) {
          awake.tryAcquire(REST.toMillis(), TimeUnit.MILLISECONDS);
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.error("Messages cannot be read from the database; trying again in a moment", e);
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

  /** Puts each waiting update behind those of its chat. False if there was none to take. */
  private boolean takeSome() {
    int room = MAX_IN_HAND - inHand.size();
    Map<Long, String> waiting = room > 0 ? log.waiting(room, inHand) : Map.of();
    waiting.forEach(
        (id, body) -> {
          inHand.add(id);
          behind(UpdateReader.chat(body), () -> handle(id, body));
        });
    return !waiting.isEmpty();
  }

  private void behind(long chat, Runnable task) {
    CompletableFuture<?> last =
        lastOfChat.compute(
            chat,
            (id, before) ->
                before == null
                    ? CompletableFuture.runAsync(task, workers)
                    : before.handle((done, error) -> null).thenRunAsync(task, workers));
    last.whenComplete((done, error) -> lastOfChat.remove(chat, last));
  }

  private void handle(long id, String body) {
    if (stop.getCount() == 0) {
      return; // it stays stored for the next start
    }
    try {
      read(id, body).ifPresent(incoming -> answer(id, incoming));
      if (!Thread.currentThread().isInterrupted()) { // else it stays stored for the next start
        log.handled(id);
      }
    } catch (RuntimeException e) {
      LOG.error("Update {} cannot be marked as handled; it will be handled again", id, e);
    } finally {
      inHand.remove(id);
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
      List<Reply> replies = conversation.apply(incoming);
      if (incoming.act() instanceof Incoming.Press press) {
        String toast =
            replies.stream().map(Reply::toast).filter(t -> !t.isEmpty()).findFirst().orElse("");
        messenger.answerPress(press.pressId(), toast);
      }
      replies.forEach(reply -> send(incoming, reply));
    } catch (RuntimeException e) {
      LOG.error("Update {} in chat {} met an error", id, incoming.address().chat(), e);
      if (incoming.act() instanceof Incoming.Press press) {
        messenger.answerPress(press.pressId(), "");
      }
    }
  }

  private void send(Incoming incoming, Reply reply) {
    Message message = reply.message();
    if (message == null) {
      return;
    }
    Chat.Address chat = incoming.address();
    Integer replaces = reply.replaces();
    SendResult result =
        insist(
            chat,
            () ->
                replaces == null
                    ? messenger.send(chat, message)
                    : messenger.edit(chat, replaces, message));
    Errand errand = reply.errand();
    if (errand != null && result instanceof SendResult.Sent sent) {
      errand.run(
          new ChatScreen(
              shown -> insist(chat, () -> messenger.edit(chat, sent.messageId(), shown)),
              attachment -> insist(chat, () -> messenger.send(chat, attachment)),
              files));
    }
  }

  /** Tries a few times what provably did not arrive. */
  private SendResult insist(Chat.Address chat, Supplier<SendResult> sending) {
    SendResult result = sending.get();
    for (int attempt = 1; attempt < MAX_ATTEMPTS && worthAnother(result); attempt++) {
      if (stopsWithin(waitAfter(result))) {
        return result;
      }
      result = sending.get();
    }
    if (!(result instanceof SendResult.Sent)) {
      LOG.warn("A reply in chat {} did not go out: {}", chat.chat(), result);
    }
    return result;
  }

  private static boolean worthAnother(SendResult result) {
    return result instanceof SendResult.RetryAfter
        || (result instanceof SendResult.Unknown unknown && !unknown.mayHaveArrived());
  }

  private static Duration waitAfter(SendResult result) {
    Duration asked = result instanceof SendResult.RetryAfter retry ? retry.after() : REST;
    return asked.compareTo(LONGEST_RETRY) < 0 ? asked : LONGEST_RETRY;
  }

  /** Finishes the updates being handled; what is not handled stays stored. */
  @Override
  public void close() {
    stop.countDown();
    wake();
    try {
      thread.join(PATIENCE_AT_CLOSE.toMillis());
      workers.shutdown();
      if (!workers.awaitTermination(PATIENCE_AT_CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("{} messages are left for the next start", inHand.size());
        workers.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
