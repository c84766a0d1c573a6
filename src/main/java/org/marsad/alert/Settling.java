package org.marsad.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what became of an alert that was sent, and what follows from it. Thread-safe. */
final class Settling {
  /**
   * After this many lost answers nobody can say whether it arrived; sending on would only repeat
   * it.
   */
  static final int MAX_LOST_ANSWERS = 6;

  private static final Logger LOG = LoggerFactory.getLogger(Settling.class);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
  private static final Duration LAST_RETRY = Duration.ofMinutes(5);

  private final Outbox outbox;
  private final Chats chats;
  private final Clock clock;

  Settling(Outbox outbox, Chats chats, Clock clock) {
    this.outbox = outbox;
    this.chats = chats;
    this.clock = clock;
  }

  void settle(Alert alert, SendResult result) {
    Instant now = clock.instant();
    if (result instanceof SendResult.Sent sent) {
      String reason =
          sent.asPlainText() ? "sent as plain text: the server could not parse the markup" : "";
      outbox.settle(alert.id(), "sent", reason, sent.messageId(), now);
    } else if (result instanceof SendResult.RetryAfter retry) {
      outbox.retry(alert.id(), "pending", "too many requests", false, now.plus(retry.after()));
    } else if (result instanceof SendResult.Blocked blocked) {
      outbox.settle(alert.id(), "refused", blocked.reason(), null, now);
      block(alert.chat(), blocked.reason());
    } else if (result instanceof SendResult.Moved moved) {
      chats.move(alert.chat().address().chat(), moved.chat());
      outbox.retry(alert.id(), "pending", "the group became a supergroup", false, now);
    } else if (result instanceof SendResult.Rejected rejected) {
      LOG.warn("Telegram refused alert {}: {}", alert.id(), rejected.reason());
      outbox.settle(alert.id(), "refused", rejected.reason(), null, now);
    } else if (result instanceof SendResult.Unknown unknown) {
      again(alert, unknown, now);
    }
  }

  /** Settles an alert that its chat no longer wants, unsent. */
  void suppress(Alert alert) {
    String state = alert.chat().state().name().toLowerCase(Locale.ROOT);
    outbox.settle(alert.id(), "suppressed", "the chat is " + state, null, clock.instant());
  }

  private void block(Chat chat, String reason) {
    LOG.info("Chat {} is paused, its set-up kept: {}", chat.id(), reason);
    chats.state(chat.id(), Chat.State.BLOCKED, reason);
  }

  private void again(Alert alert, SendResult.Unknown unknown, Instant now) {
    LOG.warn("Alert {}, attempt {}: {}", alert.id(), alert.attempts() + 1, unknown.reason());
    if (unknown.mayHaveArrived() && alert.attempts() + 1 >= MAX_LOST_ANSWERS) {
      outbox.settle(alert.id(), "unknown", unknown.reason(), null, now);
    } else {
      String state = unknown.mayHaveArrived() ? "unknown" : "pending";
      Duration wait =
          unknown.mayHaveArrived() ? afterLostAnswer(alert.attempts()) : backoff(alert.attempts());
      outbox.retry(alert.id(), state, unknown.reason(), true, now.plus(wait));
    }
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
