package org.marsad.alert;

/** What a chat is told of the bot's own accord. */
public sealed interface Told permits Alert, Told.Edit, Told.Notice {
  /**
   * An alert that stands in the chat already is put anew, without ringing.
   *
   * @param messageId the message it stands in
   * @param alert what it says now is made of this
   */
  record Edit(int messageId, Alert alert) implements Told {}

  /** Words that were put when they were stored: a digest, news of a source. */
  record Notice(Message message) implements Told {}
}
