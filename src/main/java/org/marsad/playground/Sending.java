package org.marsad.playground;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The methods that put messages into chats. Called under the world's lock. */
final class Sending {
  private static final Set<String> ACTIONS =
      Set.of(
          "typing",
          "upload_photo",
          "record_video",
          "upload_video",
          "record_voice",
          "upload_voice",
          "record_audio",
          "upload_audio",
          "upload_document",
          "choose_sticker",
          "find_location",
          "pick_up_location",
          "record_video_note",
          "upload_video_note",
          "cancel");

  private static final Upload NO_FILE = new Upload("", new byte[0]);

  private final World world;
  private final ChatAccess access;
  private final Shapes shapes;
  private final RateLimits limits;

  Sending(World world, RateLimits limits) {
    this.world = world;
    this.access = new ChatAccess(world);
    this.shapes = new Shapes(world);
    this.limits = limits;
  }

  /** What a call asks to send, read but not checked. */
  private record Draft(FormattedText content, Upload file, List<List<Key>> keyboard, int maxText) {}

  JsonNode sendMessage(Arguments arguments) {
    FormattedText text = rawText(arguments);
    checkLinkPreview(arguments);
    return send(arguments, new Draft(text, NO_FILE, Markup.read(arguments), MessageText.MAX_TEXT));
  }

  JsonNode sendDocument(Arguments arguments) {
    return sendFile(arguments, "document");
  }

  JsonNode sendPhoto(Arguments arguments) {
    return sendFile(arguments, "photo");
  }

  private JsonNode sendFile(Arguments arguments, String kind) {
    String given = arguments.text(kind);
    String part = given.startsWith("attach://") ? given.substring("attach://".length()) : kind;
    Upload file =
        Optional.ofNullable(arguments.files().get(part))
            .or(() -> world.files.find(given))
            .or(() -> Optional.of(new Upload(given, new byte[0])).filter(by -> part.equals(kind)))
            .filter(upload -> !upload.name().isEmpty())
            .orElseThrow(() -> Refused.badRequest("there is no " + kind + " in the request"));
    FormattedText caption =
        ParseMode.read(arguments.text("caption"), arguments, "caption_entities");
    return send(
        arguments, new Draft(caption, file, Markup.read(arguments), MessageText.MAX_CAPTION));
  }

  /** The text of a call as it came, its markup read. */
  static FormattedText rawText(Arguments arguments) {
    if (arguments.text("text").isEmpty()) {
      throw Refused.badRequest("message text is empty");
    }
    return ParseMode.read(arguments.text("text"), arguments, "entities");
  }

  static void checkLinkPreview(Arguments arguments) {
    arguments
        .json("link_preview_options", "link preview options")
        .filter(options -> !options.isObject())
        .ifPresent(
            options -> {
              throw Refused.badRequest("object expected as link preview options");
            });
  }

  /** The text as it will stand in the chat. */
  static FormattedText checkedText(FormattedText raw, int maxText) {
    FormattedText clean = MessageText.clean(raw);
    if (clean.text().isEmpty() && maxText == MessageText.MAX_TEXT) {
      throw Refused.badRequest("text must be non-empty");
    }
    if (MessageText.codePoints(clean.text()) > maxText) {
      throw Refused.badRequest(
          maxText == MessageText.MAX_TEXT ? "message is too long" : "message caption is too long");
    }
    return clean;
  }

  private JsonNode send(Arguments arguments, Draft draft) {
    Reply reply = Reply.read(arguments);
    StandInChat chat = access.writable(arguments);
    int topic = ChatAccess.topic(chat, arguments);
    int replyTo = reply.in(chat);
    FormattedText content = checkedText(draft.content(), draft.maxText());
    List<List<Key>> keyboard = Markup.check(draft.keyboard());
    access.attempt(chat);
    limits.count(chat);
    ChatMessage message =
        new ChatMessage(
            chat.id,
            chat.nextMessageId(),
            topic,
            sender(chat),
            world.now(),
            null,
            content,
            draft.file().name(),
            keyboard,
            replyTo,
            arguments.flag("disable_notification"));
    chat.put(message);
    if (!message.file().isEmpty()) {
      world.files.keep(StoredFiles.id(message), draft.file());
    }
    world.tell(new ChatEvent.Came(message));
    return shapes.message(message);
  }

  private @Nullable Person sender(StandInChat chat) {
    return chat.kind == ChatKind.CHANNEL ? null : world.bot;
  }

  JsonNode sendChatAction(Arguments arguments) {
    String action = arguments.text("action");
    if (!ACTIONS.contains(action)) {
      throw Refused.badRequest("wrong parameter action in request");
    }
    StandInChat chat = access.writable(arguments);
    ChatAccess.topic(chat, arguments);
    access.attempt(chat);
    world.tell(new ChatEvent.Acting(chat.id, action));
    return Shapes.object().booleanNode(true);
  }

  /** Which message a call answers. */
  private record Reply(int messageId, boolean optional) {
    static Reply read(Arguments arguments) {
      return arguments
          .json("reply_parameters", "reply parameters")
          .map(
              node ->
                  new Reply(
                      node.path("message_id").asInt(),
                      node.path("allow_sending_without_reply").asBoolean()))
          .orElseGet(
              () ->
                  new Reply(
                      (int) arguments.integer("reply_to_message_id"),
                      arguments.flag("allow_sending_without_reply")));
    }

    int in(StandInChat chat) {
      if (messageId == 0 || chat.message(messageId).isPresent()) {
        return messageId;
      }
      if (optional) {
        return 0;
      }
      throw Refused.badRequest("message to be replied not found");
    }
  }

  /** The methods by lower-case name. */
  Map<String, Method> methods() {
    return Map.of(
        "sendmessage", this::sendMessage,
        "senddocument", this::sendDocument,
        "sendphoto", this::sendPhoto,
        "sendchataction", this::sendChatAction);
  }
}
