package org.marsad.playground;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A chat and what stands in it. Touched only under the {@link World}'s lock. */
final class StandInChat {
  private static final int MAX_MESSAGES = 500;

  final long id;
  final ChatKind kind;
  final String title;

  /** Who is what here; the bot too, except in private chats. */
  final Map<Long, Rank> ranks = new LinkedHashMap<>();

  /** Topics by number; only a forum has any. */
  final Map<Integer, String> topics = new LinkedHashMap<>();

  final boolean forum;

  /** Without the at sign; empty for none. */
  String userName = "";

  /** Private: whether the person ever wrote to the bot. */
  boolean started;

  /** Private: whether the person's account is gone. */
  boolean deactivated;

  /** Group: whether its creator deleted it. */
  boolean deleted;

  /** Whether an ordinary member may write. */
  boolean membersMayWrite = true;

  /** The supergroup that a group became; 0 while it is one. */
  long migratedTo;

  private final TreeMap<Integer, ChatMessage> messages = new TreeMap<>();
  private int lastMessage;

  StandInChat(long id, ChatKind kind, String title, boolean forum) {
    this.id = id;
    this.kind = kind;
    this.title = title;
    this.forum = forum;
  }

  Rank rank(long person) {
    return ranks.getOrDefault(person, Rank.LEFT);
  }

  int nextMessageId() {
    return ++lastMessage;
  }

  /** Puts a message in its place; the oldest goes when there are too many. */
  void put(ChatMessage message) {
    messages.put(message.id(), message);
    if (messages.size() > MAX_MESSAGES) {
      messages.pollFirstEntry();
    }
  }

  Optional<ChatMessage> message(int messageId) {
    return Optional.ofNullable(messages.get(messageId));
  }

  @Nullable ChatMessage remove(int messageId) {
    return messages.remove(messageId);
  }

  TreeMap<Integer, ChatMessage> messages() {
    return messages;
  }
}
