package org.marsad.alert;

import java.time.Duration;

/**
 * What became of one message given to a {@link Messenger}. Expected outcomes are values; nothing
 * here is thrown.
 */
public sealed interface SendResult {

  /**
   * Telegram took it.
   *
   * @param messageId the number it has in that chat
   * @param asPlainText whether it went out without markup because the server could not parse it
   */
  record Sent(int messageId, boolean asPlainText) implements SendResult {}

  /**
   * Too many requests: nothing was sent.
   *
   * @param after how long the server asks us to wait
   */
  record RetryAfter(Duration after) implements SendResult {}

  /**
   * The chat does not want or cannot get messages (403, or the chat is gone): pause it, keep its
   * set-up.
   *
   * @param reason the server's text
   */
  record Blocked(String reason) implements SendResult {}

  /**
   * The group became a supergroup with another number; nothing was sent.
   *
   * @param chat the new number
   */
  record Moved(long chat) implements SendResult {}

  /**
   * The server refused this very message; the same message would be refused again.
   *
   * @param reason the server's text
   */
  record Rejected(String reason) implements SendResult {}

  /**
   * It may or may not have arrived: the answer was lost, unreadable, or the server failed.
   *
   * @param reason what happened
   * @param mayHaveArrived false where the request provably never reached the server
   */
  record Unknown(String reason, boolean mayHaveArrived) implements SendResult {}
}
