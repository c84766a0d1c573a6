package org.marsad.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls {@code getUpdates} for as long as the program runs. Updates are committed to the {@link
 * UpdateLog} before the offset moves past them, so a crash loses none; one that came before is
 * passed over there. Numbers lower than before are taken as they come: Telegram starts anew after a
 * quiet week.
 *
 * <p>The library's own session is not used: an exception ends it for good, it acknowledges before
 * handling, one bad update blocks it for ever, and it treats every error alike.
 */
public final class TelegramUpdates implements AutoCloseable {
  /**
   * How long the server holds a poll open when there is nothing to tell. The first poll is not
   * held, so that it is known at once whether polling works.
   */
  public static final Duration POLL_TIMEOUT = Duration.ofSeconds(25);

  private static final Logger LOG = LoggerFactory.getLogger(TelegramUpdates.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final MediaType JSON_TYPE = MediaType.get("application/json");
  private static final Duration CONFLICT_WAIT = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  private final BotApi api;
  private final UpdateLog log;
  private final Runnable arrived;
  private final Clock clock;
  private final Thread thread;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CompletableFuture<String> refused = new CompletableFuture<>();
  private volatile Instant lastPoll = Instant.EPOCH;
  private volatile @Nullable Call inFlight;
  private volatile String trouble = "";
  private long offset;
  private int failures;

  /**
   * Prepares polling; {@link #start} begins it.
   *
   * @param arrived called after new updates were committed
   */
  public TelegramUpdates(BotApi api, UpdateLog log, Runnable arrived, Clock clock) {
    this.api = api;
    this.log = log;
    this.arrived = arrived;
    this.clock = clock;
    this.thread = new Thread(this::run, "telegram-updates");
  }

  /** Begins to poll. */
  public void start() {
    thread.start();
  }

  /** When a poll last succeeded; {@link Instant#EPOCH} before the first. */
  public Instant lastPoll() {
    return lastPoll;
  }

  /** Completed with the reason when the server does not know the token; polling has ended then. */
  public CompletableFuture<String> refused() {
    return refused;
  }

  /** What keeps polling from working, for the operator; empty when nothing does. */
  public String trouble() {
    return trouble;
  }

  private void run() {
    try {
      boolean on = true;
      while (on && stop.getCount() > 0) {
        Duration wait = poll();
        on = wait != null && !stop.await(wait.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      LOG.debug("Polling was interrupted by the stop");
    }
  }

  /** Polls once. Returns how long to wait before the next, or null if there shall be none. */
  private @Nullable Duration poll() {
    try (Response response = call()) {
      JsonNode answer = JSON.readTree(response.body().byteStream());
      if (answer != null && answer.path("ok").asBoolean()) {
        take(answer.path("result"));
        recovered();
        return Duration.ZERO;
      }
      return refused(response.code(), answer == null ? JSON.nullNode() : answer);
    } catch (IOException e) {
      return stop.getCount() == 0
          ? null
          : failed("no readable answer: " + e.getClass().getSimpleName());
    } catch (RuntimeException e) {
      LOG.error("Updates cannot be stored; they stay with Telegram and are asked for again", e);
      return backoff();
    }
  }

  private Response call() throws IOException {
    String body =
        JSON.createObjectNode()
            .put("offset", offset)
            .put("timeout", lastPoll.equals(Instant.EPOCH) ? 0 : POLL_TIMEOUT.toSeconds())
            .put("limit", 100)
            .set(
                "allowed_updates",
                JSON.createArrayNode()
                    .add("message")
                    .add("channel_post")
                    .add("callback_query")
                    .add("my_chat_member"))
            .toString();
    Request request =
        new Request.Builder()
            .url(api.method("getUpdates"))
            .post(RequestBody.create(body, JSON_TYPE))
            .build();
    Call call = api.http().newCall(request);
    inFlight = call;
    if (stop.getCount() == 0) {
      call.cancel();
    }
    return call.execute();
  }

  private void take(JsonNode updates) throws JsonProcessingException {
    Map<Long, String> bodies = new LinkedHashMap<>();
    for (JsonNode update : updates) {
      long id = update.path("update_id").asLong();
      bodies.put(id, JSON.writeValueAsString(update));
    }
    if (!bodies.isEmpty()) {
      log.add(bodies);
      offset = updates.get(updates.size() - 1).path("update_id").asLong() + 1;
      arrived.run();
    }
  }

  private void recovered() {
    lastPoll = clock.instant();
    if (failures > 0 || !trouble.isEmpty()) {
      LOG.info("Telegram answers again");
    }
    failures = 0;
    trouble = "";
  }

  private @Nullable Duration refused(int status, JsonNode answer) {
    int code = answer.path("error_code").asInt(status);
    String said = answer.path("description").asText("HTTP " + status);
    if (code == 401 || code == 404) {
      trouble =
          "Telegram does not know the bot's token ("
              + said
              + "); put a valid one in TELEGRAM_BOT_TOKEN and start again";
      LOG.error("{}", trouble);
      refused.complete(trouble);
      return null;
    }
    if (code == 409) {
      trouble = said;
      LOG.error(
          "Another program receives this bot's messages. Stop it, or delete its webhook. Telegram says: {}",
          said);
      return CONFLICT_WAIT;
    }
    if (code == 429) {
      return Duration.ofSeconds(
          Math.max(1, answer.path("parameters").path("retry_after").asInt(5)));
    }
    return failed(code + " " + said);
  }

  private Duration failed(String what) {
    trouble = what;
    Duration wait = backoff();
    LOG.warn(
        "Telegram cannot be asked for messages ({}); trying again in {} s", what, wait.toSeconds());
    return wait;
  }

  private Duration backoff() {
    failures++;
    Duration wait = Duration.ofSeconds(1L << Math.min(failures - 1, 10));
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }

  /** Ends polling at once; a poll in flight is given up, its updates come again. */
  @Override
  public void close() {
    stop.countDown();
    Call call = inFlight;
    if (call != null) {
      call.cancel();
    }
    try {
      thread.join(TimeUnit.SECONDS.toMillis(3));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
