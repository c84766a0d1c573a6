package org.marsad.playground;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The methods that change and take away messages. Called under the world's lock. */
final class Editing {
  private final World world;
  private final ChatAccess access;
  private final Shapes shapes;
  private final RateLimits limits;

  Editing(World world, RateLimits limits) {
    this.world = world;
    this.access = new ChatAccess(world);
    this.shapes = new Shapes(world);
    this.limits = limits;
  }

  JsonNode editMessageText(Arguments arguments) {
    FormattedText text = Sending.rawText(arguments);
    Sending.checkLinkPreview(arguments);
    List<List<Key>> keyboard = Markup.read(arguments);
    return edit(
        arguments,
        message ->
            message.edited(
                Sending.checkedText(text, MessageText.MAX_TEXT),
                Markup.check(keyboard),
                world.now()));
  }

  JsonNode editMessageReplyMarkup(Arguments arguments) {
    List<List<Key>> keyboard = Markup.read(arguments);
    return edit(
        arguments,
        message -> message.edited(message.content(), Markup.check(keyboard), world.now()));
  }

  private JsonNode edit(Arguments arguments, UnaryOperator<ChatMessage> change) {
    mustNameMessage(arguments);
    StandInChat chat = access.writable(arguments);
    ChatMessage old = access.editable(chat, arguments);
    ChatMessage changed = change.apply(old);
    boolean same =
        changed.content().equals(old.content()) && changed.keyboard().equals(old.keyboard());
    if (same) {
      throw Refused.badRequest(
          "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");
    }
    access.attempt(chat);
    limits.count(chat);
    chat.put(changed);
    world.tell(new ChatEvent.Edited(changed));
    return shapes.message(changed);
  }

  JsonNode deleteMessage(Arguments arguments) {
    if (arguments.integer("message_id") == 0) {
      throw Refused.badRequest("message identifier is not specified");
    }
    StandInChat chat = access.inside(arguments);
    ChatMessage message = access.deletable(chat, arguments);
    chat.remove(message.id());
    world.tell(new ChatEvent.Gone(chat.id, message.id()));
    return Shapes.object().booleanNode(true);
  }

  private static void mustNameMessage(Arguments arguments) {
    boolean nameless = arguments.text("chat_id").isEmpty() && arguments.integer("message_id") == 0;
    if (nameless && arguments.text("inline_message_id").isEmpty()) {
      throw Refused.badRequest("message identifier is not specified");
    }
  }

  /** The methods by lower-case name. */
  Map<String, Method> methods() {
    return Map.of(
        "editmessagetext", this::editMessageText,
        "editmessagereplymarkup", this::editMessageReplyMarkup,
        "deletemessage", this::deleteMessage);
  }
}
