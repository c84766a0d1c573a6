package org.marsad.playground;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** The Bot API's objects. */
final class Shapes {
  private static final Set<String> NUMBERS = Set.of("unix_time");
  private static final Set<String> STRUCTURED =
      Set.of("callback_game", "pay", "login_url", "copy_text", "switch_inline_query_chosen_chat");

  /** What an administrator here may do: everything. */
  private static final List<String> RIGHTS =
      List.of(
          "can_be_edited",
          "can_manage_chat",
          "can_delete_messages",
          "can_manage_video_chats",
          "can_restrict_members",
          "can_promote_members",
          "can_change_info",
          "can_invite_users",
          "can_post_stories",
          "can_edit_stories",
          "can_delete_stories",
          "can_post_messages",
          "can_edit_messages",
          "can_pin_messages",
          "can_manage_topics");

  private final World world;

  Shapes(World world) {
    this.world = world;
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  ObjectNode person(Person person) {
    ObjectNode shape = object();
    shape.put("id", person.id()).put("is_bot", person.bot()).put("first_name", person.firstName());
    putUnlessEmpty(shape, "username", person.userName());
    putUnlessEmpty(shape, "language_code", person.languageCode());
    return shape;
  }

  ObjectNode chat(StandInChat chat) {
    ObjectNode shape = object().put("id", chat.id);
    if (chat.kind == ChatKind.PRIVATE) {
      Person person = world.person(chat.id);
      shape.put("first_name", person.firstName());
      putUnlessEmpty(shape, "username", person.userName());
    } else {
      shape.put("title", chat.title);
    }
    if (chat.forum) {
      shape.put("is_forum", true);
    }
    return shape.put("type", chat.kind.type());
  }

  ObjectNode message(ChatMessage message) {
    StandInChat chat = world.known(message.chat());
    ObjectNode shape = object().put("message_id", message.id());
    if (message.topic() != 0) {
      shape.put("message_thread_id", message.topic()).put("is_topic_message", true);
    }
    if (message.from() == null) {
      shape.set("sender_chat", chat(chat));
    } else {
      shape.set("from", person(message.from()));
    }
    shape.set("chat", chat(chat));
    shape.put("date", message.date().getEpochSecond());
    if (message.edited() != null) {
      shape.put("edit_date", message.edited().getEpochSecond());
    }
    chat.message(message.replyTo())
        .ifPresent(replied -> shape.set("reply_to_message", message(withoutReply(replied))));
    content(shape, message);
    if (!message.keyboard().isEmpty()) {
      shape.set("reply_markup", keyboard(message.keyboard()));
    }
    return shape;
  }

  /** A message inside another one carries no third. */
  private static ChatMessage withoutReply(ChatMessage m) {
    return new ChatMessage(
        m.chat(),
        m.id(),
        m.topic(),
        m.from(),
        m.date(),
        m.edited(),
        m.content(),
        m.file(),
        m.keyboard(),
        0,
        m.silent());
  }

  private void content(ObjectNode shape, ChatMessage message) {
    boolean text = message.file().isEmpty();
    if (!text) {
      shape
          .putObject("document")
          .put("file_id", StoredFiles.id(message))
          .put("file_unique_id", "unique-" + StoredFiles.id(message))
          .put("file_name", message.file())
          .put(
              "file_size",
              world.files.find(StoredFiles.id(message)).map(file -> file.bytes().length).orElse(0));
    }
    if (!message.text().isEmpty()) {
      shape.put(text ? "text" : "caption", message.text());
    }
    if (!message.content().entities().isEmpty()) {
      shape.set(text ? "entities" : "caption_entities", entities(message.content().entities()));
    }
  }

  static ArrayNode entities(List<MessageEntity> entities) {
    ArrayNode shape = array();
    for (MessageEntity entity : entities) {
      ObjectNode one =
          shape
              .addObject()
              .put("offset", entity.offset())
              .put("length", entity.length())
              .put("type", entity.type());
      entity.detail().forEach((name, value) -> detail(one, name, value));
    }
    return shape;
  }

  private static void detail(ObjectNode entity, String name, String value) {
    if (name.equals("user_id")) {
      entity
          .putObject("user")
          .put("id", Long.parseLong(value))
          .put("is_bot", false)
          .put("first_name", "-");
    } else if (NUMBERS.contains(name) && value.matches("[0-9]{1,12}")) {
      entity.put(name, Long.parseLong(value));
    } else {
      entity.put(name, value);
    }
  }

  static ObjectNode keyboard(List<List<Key>> rows) {
    ObjectNode shape = object();
    ArrayNode lines = shape.putArray("inline_keyboard");
    for (List<Key> row : rows) {
      ArrayNode line = lines.addArray();
      for (Key key : row) {
        ObjectNode button = line.addObject().put("text", key.label());
        if (key.kind().equals("web_app")) {
          button.putObject("web_app").put("url", key.value());
        } else if (STRUCTURED.contains(key.kind())) {
          Arguments.parse(key.value()).ifPresent(value -> button.set(key.kind(), value));
        } else {
          button.put(key.kind(), key.value());
        }
      }
    }
    return shape;
  }

  /** A member, with the fields that go with the rank. */
  ObjectNode member(Person person, Rank rank) {
    ObjectNode shape = object().put("status", rank.status());
    shape.set("user", person(person));
    switch (rank) {
      case CREATOR -> shape.put("is_anonymous", false);
      case ADMINISTRATOR -> {
        shape.put("is_anonymous", false);
        RIGHTS.forEach(right -> shape.put(right, true));
      }
      case KICKED -> shape.put("until_date", 0);
      case MEMBER, LEFT -> {}
    }
    return shape;
  }

  private static void putUnlessEmpty(ObjectNode shape, String name, String value) {
    if (!value.isEmpty()) {
      shape.put(name, value);
    }
  }
}
