package org.marsad.chat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.marsad.text.Language;

/**
 * Answers what is said in chats: one line of text or one button press → command → change → reply.
 * Any number of threads may call it, one a chat at a time.
 */
public final class Conversation {
  /** Speaks for this desk. */
  public Conversation(Desk desk, Entry entry) {}

  /**
   * Who may subscribe.
   *
   * @param admins Telegram's numbers of the operator's chats
   * @param byInvitation whether a new chat needs {@code /start <secret>}
   * @param secret the payload of the invite link
   */
  public record Entry(Set<Long> admins, boolean byInvitation, String secret) {
    /** Copies the admins. */
    public Entry {
      admins = Set.copyOf(admins);
    }
  }

  /** What is to be said back, in order; empty where nothing is. */
  public List<Reply> answer(Incoming incoming) {
    return List.of();
  }

  /** The menu of commands with their descriptions in a language, in the order to be shown. */
  public static Map<String, String> menu(Language language) {
    return Map.of();
  }
}
