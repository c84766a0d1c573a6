package org.marsad.chat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.marsad.alert.Chat;
import org.marsad.alert.Chats;
import org.marsad.alert.Phrases;

/** Decides which chats the bot serves. Thread-safe. */
final class Gate {
  private final Chats chats;
  private final Conversation.Entry entry;

  Gate(Chats chats, Conversation.Entry entry) {
    this.chats = chats;
    this.entry = entry;
  }

  /**
   * Whether a chat is served: any in an open house; else those that were let in before, the
   * operator's, and who brings the secret. A group that was let in is so with all its topics.
   *
   * @param payload what stands behind {@code /start}; empty for everything else
   */
  boolean admits(Incoming incoming, String payload) {
    return !entry.byInvitation()
        || entry.admins().contains(incoming.address().chat())
        || entry.admins().contains(incoming.userId())
        || isSecret(payload)
        || !chats.in(incoming.address().chat()).isEmpty();
  }

  /** Takes as long for a wrong secret as for the right one. */
  private boolean isSecret(String payload) {
    return !entry.secret().isEmpty()
        && MessageDigest.isEqual(
            payload.getBytes(StandardCharsets.UTF_8),
            entry.secret().getBytes(StandardCharsets.UTF_8));
  }

  /** What is said to a chat that is not served: a word in private, nothing to a group. */
  List<Reply> refusal(Incoming incoming) {
    if (incoming.kind() != Chat.Kind.PRIVATE) {
      return List.of();
    }
    Phrases phrases = Phrases.in(incoming.language());
    return List.of(new Reply(phrases.message(phrases.html("gate.refused"), List.of()), null, ""));
  }
}
