package org.marsad.playground;

/** Something that people in a chat see happen. */
public sealed interface ChatEvent {
  /** A message came, from whomever. */
  record Came(ChatMessage message) implements ChatEvent {}

  /** A message changed. */
  record Edited(ChatMessage message) implements ChatEvent {}

  /** A message went away. */
  record Gone(long chat, int messageId) implements ChatEvent {}

  /**
   * The bot answered a press.
   *
   * @param pressId which press
   * @param text what the person is told; may be empty
   * @param alert whether it must be put away by hand
   */
  record PressAnswered(String pressId, String text, boolean alert) implements ChatEvent {}

  /** The bot shows that it works on an answer. */
  record Acting(long chat, String action) implements ChatEvent {}

  /** The menu of commands changed. */
  record CommandsChanged() implements ChatEvent {}
}
