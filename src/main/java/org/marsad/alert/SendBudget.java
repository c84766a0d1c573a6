package org.marsad.alert;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How fast Telegram lets us send: so many a second in all, one a second a chat with a small burst,
 * twenty a minute a group (Bot FAQ, "My bot is hitting limits"). The server's {@code retry_after}
 * overrules the numbers. Thread-safe.
 */
public final class SendBudget {
  private static final int BURST_OF_A_CHAT = 3;
  private static final int PER_MINUTE_OF_A_GROUP = 20;
  private static final Duration TWO_CHATS_MEAN_ALL = Duration.ofSeconds(5);

  private final Clock clock;
  private final Bucket all;
  private final Cache<Long, Bucket> chats =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(Duration.ofMinutes(5)).build();
  private final Map<Long, Instant> pausedChats = new ConcurrentHashMap<>();
  private volatile Instant allPausedUntil = Instant.MIN;
  private volatile Instant lastPause = Instant.MIN;

  /** A budget of this many messages a second over all chats. */
  public SendBudget(int perSecond, Clock clock) {
    this.clock = clock;
    this.all =
        Bucket.builder()
            .addLimit(
                limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
            .build();
  }

  /**
   * Takes one message's worth for a chat.
   *
   * @return zero if it may be sent now; else how long until it is worth asking again, nothing taken
   */
  public Duration take(Chat chat) {
    Instant now = clock.instant();
    Instant paused =
        max(allPausedUntil, pausedChats.getOrDefault(chat.address().chat(), Instant.MIN));
    if (paused.isAfter(now)) {
      return Duration.between(now, paused);
    }
    pausedChats.remove(chat.address().chat(), paused);
    Bucket own = own(chat);
    ConsumptionProbe ownProbe = own.tryConsumeAndReturnRemaining(1);
    if (!ownProbe.isConsumed()) {
      return Duration.ofNanos(ownProbe.getNanosToWaitForRefill());
    }
    ConsumptionProbe allProbe = all.tryConsumeAndReturnRemaining(1);
    if (!allProbe.isConsumed()) {
      own.addTokens(1);
      return Duration.ofNanos(allProbe.getNanosToWaitForRefill());
    }
    return Duration.ZERO;
  }

  private Bucket own(Chat chat) {
    return chats.get(
        chat.address().chat(),
        id -> {
          var bucket =
              Bucket.builder()
                  .addLimit(
                      limit ->
                          limit.capacity(BURST_OF_A_CHAT).refillGreedy(1, Duration.ofSeconds(1)));
          if (chat.kind() != Chat.Kind.PRIVATE) {
            bucket.addLimit(
                limit ->
                    limit
                        .capacity(PER_MINUTE_OF_A_GROUP)
                        .refillGreedy(PER_MINUTE_OF_A_GROUP, Duration.ofMinutes(1)));
          }
          return bucket.build();
        });
  }

  /**
   * The server asked for a pause. It does not say whether it means the chat or the bot: one chat is
   * taken for the chat; a second chat within five seconds for the bot.
   */
  public void pause(Chat chat, Duration wait) {
    Instant now = clock.instant();
    Instant until = now.plus(wait);
    boolean another =
        pausedChats.entrySet().stream()
            .anyMatch(
                entry -> entry.getKey() != chat.address().chat() && entry.getValue().isAfter(now));
    if (another
        && Duration.between(max(lastPause, Instant.EPOCH), now).compareTo(TWO_CHATS_MEAN_ALL)
            <= 0) {
      allPausedUntil = max(allPausedUntil, until);
    }
    lastPause = now;
    pausedChats.put(chat.address().chat(), until);
  }

  private static Instant max(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
