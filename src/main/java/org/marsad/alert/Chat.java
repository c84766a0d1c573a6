package org.marsad.alert;

import java.time.ZoneId;
import org.marsad.text.Language;

/**
 * Where alerts go: a private chat, a group, one topic of a forum, or a channel.
 *
 * @param id the key in the table {@code chats}
 * @param address Telegram's number of the chat and the topic in it
 * @param kind what kind of chat it is
 * @param title the name of the person, group or channel, for the operator
 * @param language what the bot speaks there: Arabic or English
 * @param zone the chat's own time zone
 * @param state whether it is told anything
 */
public record Chat(
    long id,
    Address address,
    Kind kind,
    String title,
    Language language,
    ZoneId zone,
    State state) {

  /**
   * Telegram's number of the chat and the topic in it.
   *
   * @param chat Telegram's chat id; negative for groups and channels
   * @param topic {@code message_thread_id}; 0 outside forums and in a forum's General topic
   */
  public record Address(long chat, int topic) {}

  /** Telegram's kinds of chat. */
  public enum Kind {
    PRIVATE,
    GROUP,
    CHANNEL
  }

  /** Whether a chat is told anything. */
  public enum State {
    /** Alerts are sent. */
    ACTIVE,
    /** The chat asked for silence and keeps its set-up. */
    PAUSED,
    /** Telegram refuses our messages there (blocked, kicked, deleted); the set-up is kept. */
    BLOCKED
  }
}
