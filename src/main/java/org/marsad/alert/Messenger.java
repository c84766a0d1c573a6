package org.marsad.alert;

/**
 * Puts messages into chats. Thread-safe; calls block for the network and are never made inside a
 * transaction.
 */
public interface Messenger {
  /** Sends a new message. */
  SendResult send(Chat.Address to, Message message);

  /** Sends a document. */
  SendResult send(Chat.Address to, Attachment attachment);

  /**
   * Replaces the text and buttons of a message sent before. A message that already says so counts
   * as sent.
   */
  SendResult edit(Chat.Address in, int messageId, Message message);

  /**
   * Answers a button press, which ends the client's spinner.
   *
   * @param pressId Telegram's callback query id
   * @param text a line shown for a moment, at most 200 characters; empty for none
   */
  void answerPress(String pressId, String text);
}
