package org.marsad.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The methods that ask about the bot, chats and members. Called under the world's lock. */
final class Looking {
  private final World world;
  private final ChatAccess access;
  private final Shapes shapes;

  Looking(World world) {
    this.world = world;
    this.access = new ChatAccess(world);
    this.shapes = new Shapes(world);
  }

  JsonNode getMe(Arguments arguments) {
    return shapes
        .person(world.bot)
        .put("can_join_groups", true)
        .put("can_read_all_group_messages", true)
        .put("supports_inline_queries", false)
        .put("can_connect_to_business", false)
        .put("has_main_web_app", false);
  }

  JsonNode getChat(Arguments arguments) {
    StandInChat chat = access.inside(arguments);
    ObjectNode shape = shapes.chat(chat).put("accent_color_id", 0).put("max_reaction_count", 11);
    ObjectNode gifts = shape.putObject("accepted_gift_types");
    for (String gift :
        new String[] {
          "unlimited_gifts",
          "limited_gifts",
          "unique_gifts",
          "premium_subscription",
          "gifts_from_channels"
        }) {
      gifts.put(gift, false);
    }
    return shape;
  }

  JsonNode getChatMember(Arguments arguments) {
    StandInChat chat = access.inside(arguments);
    long id = arguments.integer("user_id");
    if (id <= 0) {
      throw Refused.badRequest("invalid user_id specified");
    }
    Person person = id == world.bot.id() ? world.bot : world.people.get(id);
    if (person == null) {
      throw Refused.badRequest("member not found");
    }
    boolean both = chat.kind == ChatKind.PRIVATE && (id == chat.id || person.bot());
    return shapes.member(person, both ? Rank.MEMBER : chat.rank(id));
  }

  JsonNode getChatAdministrators(Arguments arguments) {
    StandInChat chat = access.inside(arguments);
    if (chat.kind == ChatKind.PRIVATE) {
      throw Refused.badRequest("there are no administrators in the private chat");
    }
    ArrayNode admins = Shapes.array();
    chat.ranks.forEach(
        (id, rank) -> {
          if (rank.isAdmin()) {
            admins.add(shapes.member(id == world.bot.id() ? world.bot : world.person(id), rank));
          }
        });
    return admins;
  }

  /** The methods by lower-case name. */
  Map<String, Method> methods() {
    return Map.of(
        "getme", this::getMe,
        "getchat", this::getChat,
        "getchatmember", this::getChatMember,
        "getchatadministrators", this::getChatAdministrators);
  }
}
