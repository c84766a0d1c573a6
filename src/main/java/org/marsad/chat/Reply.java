package org.marsad.chat;

import org.jspecify.annotations.Nullable;
import org.marsad.alert.Message;

/**
 * What the bot answers.
 *
 * @param message what to show; null for nothing new to show (a press answered by its toast alone)
 * @param replaces the message to be replaced by it (a press that turns a page), or null for a new
 *     message
 * @param toast the line shown for a moment over a pressed button; empty for none
 * @param errand what is done once the message is shown; null for nothing
 */
public record Reply(
    @Nullable Message message, @Nullable Integer replaces, String toast, @Nullable Errand errand) {
  /** One that is all there is to say. */
  public Reply(@Nullable Message message, @Nullable Integer replaces, String toast) {
    this(message, replaces, toast, null);
  }
}
