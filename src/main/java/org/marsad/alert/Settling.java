package org.marsad.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of a delivery, and what follows from it for its chat. Thread-safe. */
final class Settling {
  /**
   * After this many lost answers nobody can say whether it arrived; sending on would only repeat
   * it.
   */
  static final int MAX_LOST_ANSWERS = 6;

  /**
   * So often a failed attempt holds up the chat's other messages, for the sake of their order;
   * after two minutes the fault may lie in this one.
   */
  static final int MAX_HOLDING_ATTEMPTS = 6;

  private static final Logger LOG = LoggerFactory.getLogger(Settling.class);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
  private static final Duration LAST_RETRY = Duration.ofMinutes(5);

  private final Chats chats;
  private final SendBudget budget;
  private final Clock clock;

  Settling(Chats chats, SendBudget budget, Clock clock) {
    this.chats = chats;
    this.budget = budget;
    this.clock = clock;
  }

  /** What a result means: for the chat and the budget at once, for the outbox to be written. */
  Outcome settle(Delivery delivery, SendResult result) {
    budget.answered(delivery.chat());
    if (result instanceof SendResult.Blocked blocked) {
      block(delivery.chat(), blocked.reason());
    } else if (result instanceof SendResult.Moved moved) {
      chats.move(delivery.chat().address().chat(), moved.chat());
    } else if (result instanceof SendResult.RetryAfter retry) {
      budget.pause(delivery.chat(), retry.after());
    }
    return outcome(delivery, result, clock.instant());
  }

  private void block(Chat chat, String reason) {
    LOG.info("Chat {} is paused, its set-up kept: {}", chat.id(), reason);
    chats.state(chat.id(), Chat.State.BLOCKED, reason);
  }

  private static Outcome outcome(Delivery delivery, SendResult result, Instant now) {
    long id = delivery.id();
    if (result instanceof SendResult.Sent sent) {
      String reason =
          sent.asPlainText() ? "sent as plain text: the server could not parse the markup" : "";
      return Outcome.sent(id, reason, sent.messageId());
    }
    if (result instanceof SendResult.RetryAfter retry) {
      return Outcome.putBack(id, "too many requests", now.plus(retry.after()));
    }
    if (result instanceof SendResult.Blocked blocked) {
      return Outcome.refused(id, blocked.reason());
    }
    if (result instanceof SendResult.Moved) {
      return Outcome.putBack(id, "the group became a supergroup", now);
    }
    if (result instanceof SendResult.Rejected rejected) {
      LOG.warn("Telegram refused delivery {}: {}", id, rejected.reason());
      return Outcome.refused(id, rejected.reason());
    }
    return again(delivery, (SendResult.Unknown) result, now);
  }

  private static Outcome again(Delivery delivery, SendResult.Unknown unknown, Instant now) {
    long id = delivery.id();
    int attempts = delivery.attempts();
    LOG.warn("Delivery {}, attempt {}: {}", id, attempts + 1, unknown.reason());
    if (!unknown.mayHaveArrived()) {
      boolean holdsChat = attempts + 1 < MAX_HOLDING_ATTEMPTS;
      return Outcome.failed(id, unknown.reason(), now.plus(backoff(attempts)), holdsChat);
    }
    return attempts + 1 >= MAX_LOST_ANSWERS
        ? Outcome.unknown(id, unknown.reason())
        : Outcome.lost(id, unknown.reason(), now.plus(afterLostAnswer(attempts)));
  }

  /**
   * Two seconds, then eight times as long each time: each try may repeat a message, so there are
   * few, and they outlast an outage of two hours.
   */
  static Duration afterLostAnswer(int attempts) {
    return FIRST_RETRY.multipliedBy(1L << Math.min(3 * attempts, 18));
  }

  /** Two seconds, then twice as long each time, at most five minutes. */
  static Duration backoff(int attempts) {
    Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(attempts, 20));
    return wait.compareTo(LAST_RETRY) < 0 ? wait : LAST_RETRY;
  }
}
