package org.marsad.playground;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * How many messages the server takes: off, or 30 a second in all, one a second a chat and 20 a
 * minute a group, with no bursts. The numbers are those that Telegram's FAQ gives; the real ones
 * move.
 */
public final class RateLimits {
  private final World world;
  private final Deque<Instant> all = new ArrayDeque<>();
  private final Map<Long, Deque<Instant>> chats = new HashMap<>();
  private boolean on;

  private record Limit(int count, Duration within) {}

  private static final Limit IN_ALL = new Limit(30, Duration.ofSeconds(1));
  private static final Limit A_CHAT = new Limit(1, Duration.ofSeconds(1));
  private static final Limit A_GROUP = new Limit(20, Duration.ofMinutes(1));

  RateLimits(World world) {
    this.world = world;
  }

  /** Begins to hold the bot to the limits. */
  public void enforce() {
    world.locked(() -> on = true);
  }

  /** Lets the bot send as it likes. */
  public void lift() {
    world.locked(
        () -> {
          on = false;
          all.clear();
          chats.clear();
        });
  }

  /** Counts a message, or refuses it with the time to wait. */
  void count(StandInChat chat) {
    if (!on) {
      return;
    }
    Instant now = world.clock.instant();
    Deque<Instant> here = chats.computeIfAbsent(chat.id, id -> new ArrayDeque<>());
    check(all, IN_ALL, now);
    check(here, A_CHAT, now);
    if (chat.kind == ChatKind.GROUP || chat.kind == ChatKind.SUPERGROUP) {
      check(here, A_GROUP, now);
    }
    all.add(now);
    here.add(now);
    forgetBefore(all, now.minus(IN_ALL.within()));
    forgetBefore(here, now.minus(A_GROUP.within()));
  }

  private static void check(Deque<Instant> sent, Limit limit, Instant now) {
    Instant since = now.minus(limit.within());
    long counted = sent.stream().filter(time -> time.isAfter(since)).count();
    if (counted < limit.count()) {
      return;
    }
    Instant oldest =
        sent.stream()
            .filter(time -> time.isAfter(since))
            .skip(counted - limit.count())
            .findFirst()
            .orElse(now);
    long millis = Duration.between(now, oldest.plus(limit.within())).toMillis();
    throw Refused.tooManyRequests(Math.max(1, (millis + 999) / 1000));
  }

  private static void forgetBefore(Deque<Instant> sent, Instant time) {
    while (!sent.isEmpty() && sent.element().isBefore(time)) {
      sent.remove();
    }
  }
}
