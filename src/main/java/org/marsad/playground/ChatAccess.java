package org.marsad.playground;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Which chat a call means, and whether the bot may do there what it asks. */
final class ChatAccess {
  private static final int GENERAL_TOPIC = 1;

  private final World world;

  ChatAccess(World world) {
    this.world = world;
  }

  /** The chat of the argument {@code chat_id}, whatever the bot is there. */
  StandInChat find(Arguments arguments) {
    String id = arguments.text("chat_id");
    if (id.isEmpty()) {
      throw Refused.badRequest("chat_id is empty");
    }
    return (id.startsWith("@") ? byName(id.substring(1)) : byNumber(id))
        .orElseThrow(() -> Refused.badRequest("chat not found"));
  }

  /** Only groups and channels are found by name, never people. */
  private Optional<StandInChat> byName(String name) {
    return world.chats.values().stream()
        .filter(chat -> chat.kind != ChatKind.PRIVATE && chat.userName.equalsIgnoreCase(name))
        .findFirst();
  }

  private Optional<StandInChat> byNumber(String id) {
    return id.matches("-?[0-9]{1,18}") ? world.chat(Long.parseLong(id)) : Optional.empty();
  }

  /** The chat, if the bot is in it. */
  StandInChat inside(Arguments arguments) {
    StandInChat chat = find(arguments);
    String where = "the " + chat.kind.type() + " chat";
    if (chat.kind == ChatKind.PRIVATE) {
      return chat;
    }
    if (chat.migratedTo != 0) {
      throw new Refused(
          400,
          "Bad Request: group chat was upgraded to a supergroup chat",
          Map.of("migrate_to_chat_id", chat.migratedTo));
    }
    if (chat.deleted) {
      throw Refused.forbidden("the group chat was deleted");
    }
    return switch (chat.rank(world.bot.id())) {
      case KICKED -> throw Refused.forbidden("bot was kicked from " + where);
      case LEFT -> throw Refused.forbidden("bot is not a member of " + where);
      case CREATOR, ADMINISTRATOR, MEMBER -> chat;
    };
  }

  /** The chat, if the bot may write there as far as the server knows before it tries. */
  StandInChat writable(Arguments arguments) {
    StandInChat chat = inside(arguments);
    Rank rank = chat.rank(world.bot.id());
    if (chat.kind == ChatKind.PRIVATE && chat.deactivated) {
      throw Refused.forbidden("user is deactivated");
    }
    if (chat.kind == ChatKind.CHANNEL && !rank.isAdmin()) {
      throw Refused.badRequest("need administrator rights in the channel chat");
    }
    if (chat.kind != ChatKind.PRIVATE && !chat.membersMayWrite && !rank.isAdmin()) {
      throw Refused.badRequest("not enough rights to send text messages to the chat");
    }
    return chat;
  }

  /** What only the attempt to send shows. */
  void attempt(StandInChat chat) {
    if (chat.kind != ChatKind.PRIVATE) {
      return;
    }
    if (!chat.started) {
      throw Refused.forbidden("bot can't initiate conversation with a user");
    }
    if (chat.rank(chat.id) == Rank.KICKED) {
      throw Refused.forbidden("bot was blocked by the user");
    }
  }

  /**
   * The topic of the argument {@code message_thread_id}; 0 where there is none. The general topic
   * has no number here, and outside of forums numbers are passed over.
   */
  static int topic(StandInChat chat, Arguments arguments) {
    int topic = (int) arguments.integer("message_thread_id");
    if (topic == 0 || !chat.forum) {
      return 0;
    }
    if (topic == GENERAL_TOPIC || !chat.topics.containsKey(topic)) {
      throw Refused.badRequest("message thread not found");
    }
    return topic;
  }

  /** A message of the bot's that may be changed. */
  ChatMessage editable(StandInChat chat, Arguments arguments) {
    ChatMessage message = message(chat, arguments, "edit");
    if (!isOurs(message)) {
      throw Refused.badRequest("message can't be edited");
    }
    return message;
  }

  /** A message that the bot may take away. */
  ChatMessage deletable(StandInChat chat, Arguments arguments) {
    ChatMessage message = message(chat, arguments, "delete");
    boolean mayDeleteOthers = chat.kind == ChatKind.PRIVATE || chat.rank(world.bot.id()).isAdmin();
    if (!isOurs(message) && !mayDeleteOthers) {
      throw Refused.badRequest("message can't be deleted");
    }
    boolean old = message.date().isBefore(world.now().minus(Duration.ofHours(48)));
    if (old && !chat.rank(world.bot.id()).isAdmin()) {
      throw Refused.badRequest("message can't be deleted for everyone");
    }
    return message;
  }

  private static ChatMessage message(StandInChat chat, Arguments arguments, String what) {
    return chat.message((int) arguments.integer("message_id"))
        .orElseThrow(() -> Refused.badRequest("message to " + what + " not found"));
  }

  private boolean isOurs(ChatMessage message) {
    return message.from() == null || message.from().bot();
  }
}
