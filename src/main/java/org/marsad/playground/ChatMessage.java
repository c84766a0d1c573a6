package org.marsad.playground;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message in a chat, as everybody there sees it. Unchangeable: an edit makes a new one with the
 * same number.
 *
 * @param chat the chat's number
 * @param id the message's number in its chat
 * @param topic the topic of a forum; 0 outside topics
 * @param from who sent it; null for a post in a channel
 * @param date when it was sent
 * @param edited when it was last edited; null if never
 * @param content the text, or the caption of a file
 * @param file the name of the file it carries; empty for a text
 * @param keyboard the rows of buttons under it; empty for none
 * @param replyTo the message it answers; 0 for none
 * @param silent whether it came without a sound
 */
public record ChatMessage(
    long chat,
    int id,
    int topic,
    @Nullable Person from,
    Instant date,
    @Nullable Instant edited,
    FormattedText content,
    String file,
    List<List<Key>> keyboard,
    int replyTo,
    boolean silent) {

  /** Copies the keyboard. */
  public ChatMessage {
    keyboard = keyboard.stream().map(List::copyOf).toList();
  }

  /** Whether a bot sent it; what stands in a channel is nobody's. */
  public boolean isFromBot() {
    return from != null && from.bot();
  }

  /** What it says. */
  public String text() {
    return content.text();
  }

  /** Its buttons, row after row. */
  public List<Key> keys() {
    return keyboard.stream().flatMap(List::stream).toList();
  }

  ChatMessage edited(FormattedText newContent, List<List<Key>> newKeyboard, Instant when) {
    return new ChatMessage(
        chat, id, topic, from, date, when, newContent, file, newKeyboard, replyTo, silent);
  }
}
