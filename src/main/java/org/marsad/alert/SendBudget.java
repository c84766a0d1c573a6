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
 * twenty a minute a group (Bot FAQ, "My bot is hitting limits"), counted in any second and minute,
 * not only in whole ones. The server's {@code retry_after} overrules the numbers. Thread-safe.
 */
public final class SendBudget {
  private static final int BURST_OF_A_CHAT = 3;

  /** Twenty in any minute: what a group may be sent at once, and what comes back in a minute. */
  private static final int BURST_OF_A_GROUP = 3;

  private static final int PER_MINUTE_OF_A_GROUP = 17;

  /** Of the rate: what comes back evenly, so that no second holds more than the rate. */
  private static final int PERCENT = 98;

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
    int burst = Math.max(1, perSecond * (100 - PERCENT) / 100);
    this.all =
        Bucket.builder()
            .addLimit(
                limit ->
                    limit
                        .capacity(burst)
                        .refillGreedy((long) perSecond * PERCENT, Duration.ofSeconds(100)))
            .build();
  }

  /**
   * How long until anything may be sent to anybody; zero if it may be now. Takes nothing: it spares
   * claiming alerts that would only be put back.
   */
  public Duration untilRoom() {
    Instant now = clock.instant();
    if (allPausedUntil.isAfter(now)) {
      return Duration.between(now, allPausedUntil);
    }
    return Duration.ofNanos(all.estimateAbilityToConsume(1).getNanosToWaitForRefill());
  }

  /** How many messages may be sent at this moment, over all chats. */
  public long room() {
    return all.getAvailableTokens();
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
                        .capacity(BURST_OF_A_GROUP)
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
