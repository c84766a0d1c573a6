package org.marsad.alert;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How fast Telegram lets us send: so many in any second in all ({@link Pace}), one a second a chat
 * with a small burst, twenty in any minute a group (Bot FAQ, "My bot is hitting limits"). The
 * server's {@code retry_after} overrules the numbers. Thread-safe.
 *
 * <p>Time is a count of nanoseconds that only goes forward ({@link System#nanoTime}): a clock that
 * is set would stop everything or let everything go at once.
 */
public final class SendBudget {
  private static final int BURST_OF_A_CHAT = 3;

  /** Twenty in any minute: what a group may be sent at once, and what comes back in a minute. */
  private static final int BURST_OF_A_GROUP = 3;

  private static final int PER_MINUTE_OF_A_GROUP = 17;

  /** A chat with this much left was not sent enough to reach its own limit. */
  private static final int UNSPENT = BURST_OF_A_CHAT - 1;

  private static final Duration TWO_CHATS_MEAN_ALL = Duration.ofSeconds(5);

  private final int perSecond;
  private final LongSupplier nanoTime;
  private final Pace pace;
  private final Cache<Long, Bucket> chats;
  private final Map<Long, Long> pausedUntil = new HashMap<>();
  private final Map<Long, Taken> underWay = new HashMap<>();
  private long allPausedUntil;
  private long lastUnexplained;
  private long lastUnexplainedChat;

  private record Taken(int place, long atNanos) {}

  /** A budget of this many messages a second over all chats. */
  public SendBudget(int perSecond, LongSupplier nanoTime) {
    this.perSecond = perSecond;
    this.nanoTime = nanoTime;
    this.pace = new Pace(perSecond, nanoTime);
    this.chats =
        Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(5))
            .ticker(nanoTime::getAsLong)
            .build();
    this.allPausedUntil = nanoTime.getAsLong();
    this.lastUnexplained = allPausedUntil - TWO_CHATS_MEAN_ALL.toNanos() - 1;
  }

  /** The messages a second it was made for. */
  public int perSecond() {
    return perSecond;
  }

  /** The messages a second it gives now: fewer for a while after the server had too many. */
  public synchronized int allowed() {
    return pace.allowed();
  }

  /** How long until anything may be sent to anybody; zero if it may be now. Takes nothing. */
  public synchronized Duration untilRoom() {
    Duration paused = until(allPausedUntil);
    return paused.isZero() ? pace.untilRoom() : paused;
  }

  /**
   * Takes one message's worth for a chat.
   *
   * @return zero if it may be sent now; else how long until it is worth asking again, nothing taken
   */
  public synchronized Duration take(Chat chat) {
    Duration wait = untilRoom();
    if (!wait.isZero()) {
      return wait;
    }
    long number = chat.address().chat();
    Duration paused = until(pausedUntil.getOrDefault(number, nanoTime.getAsLong()));
    if (!paused.isZero()) {
      return paused;
    }
    pausedUntil.remove(number);
    ConsumptionProbe own = own(chat).tryConsumeAndReturnRemaining(1);
    if (!own.isConsumed()) {
      // The library rounds the wait down: at its end it may say zero and give nothing.
      return Duration.ofNanos(own.getNanosToWaitForRefill()).plusNanos(1);
    }
    underWay.put(number, new Taken(pace.took(), nanoTime.getAsLong()));
    return Duration.ZERO;
  }

  /** The server answered what was taken for a chat last, whatever it said. */
  public synchronized void answered(Chat chat) {
    Taken taken = underWay.remove(chat.address().chat());
    if (taken != null) {
      pace.answered(taken.place(), Duration.ofNanos(nanoTime.getAsLong() - taken.atNanos()));
    }
  }

  private Duration until(long nanos) {
    return Duration.ofNanos(Math.max(0, nanos - nanoTime.getAsLong()));
  }

  private Bucket own(Chat chat) {
    return chats.get(chat.address().chat(), id -> bucket(chat.kind()));
  }

  private Bucket bucket(Chat.Kind kind) {
    var bucket =
        Bucket.builder()
            .withCustomTimePrecision(new Meter(nanoTime))
            .addLimit(
                limit -> limit.capacity(BURST_OF_A_CHAT).refillGreedy(1, Duration.ofSeconds(1)));
    if (kind != Chat.Kind.PRIVATE) {
      bucket.addLimit(
          limit ->
              limit
                  .capacity(BURST_OF_A_GROUP)
                  .refillGreedy(PER_MINUTE_OF_A_GROUP, Duration.ofMinutes(1)));
    }
    return bucket.build();
  }

  private record Meter(LongSupplier nanoTime) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return nanoTime.getAsLong();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }

  /**
   * The server asked for a pause. It does not say whether it means the chat or the bot: the chat is
   * paused in any case; two chats within five seconds that were sent too little to reach their own
   * limits mean the bot, and then the pace is halved too.
   */
  public synchronized void pause(Chat chat, Duration wait) {
    long now = nanoTime.getAsLong();
    long number = chat.address().chat();
    pausedUntil.values().removeIf(until -> until <= now);
    pausedUntil.put(number, now + wait.toNanos());
    if (own(chat).getAvailableTokens() < UNSPENT) {
      return;
    }
    if (lastUnexplainedChat != number && now - lastUnexplained <= TWO_CHATS_MEAN_ALL.toNanos()) {
      pauseAll(now, wait);
    }
    lastUnexplained = now;
    lastUnexplainedChat = number;
  }

  /** What was in flight when the server had too many comes back so too: that is one pause. */
  private void pauseAll(long now, Duration wait) {
    if (allPausedUntil <= now) {
      pace.shrink();
    }
    allPausedUntil = Math.max(allPausedUntil, now + wait.toNanos());
  }
}
