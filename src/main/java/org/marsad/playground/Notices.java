package org.marsad.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the bot is told of chats themselves. Called under the world's lock. */
final class Notices {
  private final World world;
  private final UpdateQueue updates;
  private final Shapes shapes;

  Notices(World world, UpdateQueue updates) {
    this.world = world;
    this.updates = updates;
    this.shapes = new Shapes(world);
  }

  /**
   * Somebody became something else in a chat.
   *
   * @param kind my_chat_member or chat_member
   * @param by who made it so
   */
  void membership(String kind, StandInChat chat, Person by, Person who, Rank old, Rank now) {
    ObjectNode change = Shapes.object();
    change.set("chat", shapes.chat(chat));
    change.set("from", shapes.person(by));
    change.put("date", world.now().getEpochSecond());
    change.set("old_chat_member", shapes.member(who, old));
    change.set("new_chat_member", shapes.member(who, now));
    updates.add(kind, change);
  }

  /** A group became a supergroup: told in both. */
  void migrated(StandInChat group, StandInChat grown) {
    service(group, "migrate_to_chat_id", grown.id);
    service(grown, "migrate_from_chat_id", group.id);
  }

  private void service(StandInChat chat, String field, long other) {
    ObjectNode message = Shapes.object().put("message_id", chat.nextMessageId());
    message.set("from", shapes.person(creator(chat)));
    message.set("chat", shapes.chat(chat));
    message.put("date", world.now().getEpochSecond()).put(field, other);
    updates.add("message", message);
  }

  private Person creator(StandInChat chat) {
    return chat.ranks.entrySet().stream()
        .filter(member -> member.getValue() == Rank.CREATOR)
        .map(member -> world.person(member.getKey()))
        .findFirst()
        .orElseThrow();
  }
}
