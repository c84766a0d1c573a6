package org.marsad.feed;

import java.util.Set;

/**
 * Which chats a source may be told to: all for one of the catalogue, those that follow it for any
 * other. Chats that dropped it are for the outbox to leave out.
 *
 * @param isOpen whether it is of the catalogue
 * @param followers the chats that follow it
 */
public record Audience(boolean isOpen, Set<Long> followers) {
  /** Copies the followers. */
  public Audience {
    followers = Set.copyOf(followers);
  }

  /** Whether this chat is one of them. */
  public boolean holds(long chatId) {
    return isOpen || followers.contains(chatId);
  }
}
