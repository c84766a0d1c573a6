package org.marsad.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.alert.Chat;
import org.marsad.chat.Incoming;
import org.marsad.text.Language;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Document;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** One update of Telegram's as the conversation understands it. Thread-safe. */
final class UpdateReader {
  private static final ObjectMapper JSON =
      new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

  private static final List<String> KINDS =
      List.of("/message", "/channel_post", "/callback_query/message", "/my_chat_member");

  private final Supplier<String> botName;
  private final Admins admins;

  UpdateReader(Supplier<String> botName, Admins admins) {
    this.botName = botName;
    this.admins = admins;
  }

  /**
   * Reads one.
   *
   * @return empty for what the bot has no answer to (another bot's command, an edit)
   * @throws JsonProcessingException if it is no update of the shape the library knows
   */
  Optional<Incoming> read(String body) throws JsonProcessingException {
    Update update = JSON.readValue(body, Update.class);
    if (update.getMessage() != null) {
      return message(update.getMessage());
    }
    if (update.getChannelPost() != null) {
      return message(update.getChannelPost());
    }
    if (update.getCallbackQuery() != null) {
      return press(update.getCallbackQuery());
    }
    if (update.getMyChatMember() != null) {
      return membership(update.getMyChatMember());
    }
    return Optional.empty();
  }

  /** The number of the chat an update belongs to; 0 where it belongs to none or is unreadable. */
  static long chat(String body) {
    try {
      JsonNode update = JSON.readTree(body);
      return KINDS.stream()
          .map(kind -> update.at(kind + "/chat/id").asLong())
          .filter(id -> id != 0)
          .findFirst()
          .orElse(0L);
    } catch (JsonProcessingException e) {
      return 0; // set aside with a log line when it is read
    }
  }

  private Optional<Incoming> message(Message message) {
    Chat.Address address = address(message);
    if (message.getMigrateToChatId() != null) {
      return Optional.of(
          incoming(message, address, new Incoming.Moved(message.getMigrateToChatId())));
    }
    if (message.getDocument() != null) {
      return Optional.of(incoming(message, address, document(message.getDocument())));
    }
    String said = message.getText() == null ? message.getCaption() : message.getText();
    if (said == null) {
      return isSent(message)
          ? Optional.of(incoming(message, address, new Incoming.Unread()))
          : Optional.empty();
    }
    return forUs(said)
        .map(text -> incoming(message, address, new Incoming.Text(text, answered(message))));
  }

  /** Whether somebody sent something; else the server tells of a change of the chat. */
  private static boolean isSent(Message message) {
    boolean partOfAlbum = message.getMediaGroupId() != null; // one picture of many: no answer each
    return !partOfAlbum
        && Stream.of(
                message.getPhoto(),
                message.getVoice(),
                message.getAudio(),
                message.getVideo(),
                message.getVideoNote(),
                message.getAnimation(),
                message.getSticker(),
                message.getContact(),
                message.getLocation(),
                message.getPoll())
            .anyMatch(Objects::nonNull);
  }

  private static @Nullable Integer answered(Message message) {
    Message answered = message.getReplyToMessage();
    return answered == null ? null : answered.getMessageId();
  }

  private static Incoming.Document document(Document document) {
    return new Incoming.Document(
        document.getFileId(),
        document.getFileName() == null ? "" : document.getFileName(),
        document.getFileSize() == null ? 0 : document.getFileSize());
  }

  /** The text without this bot's name behind a command; empty if the command names another bot. */
  private Optional<String> forUs(String text) {
    int start = 0;
    while (start < text.length() && Character.getType(text.charAt(start)) == Character.FORMAT) {
      start++;
    }
    if (start == text.length() || text.charAt(start) != '/') {
      return Optional.of(text);
    }
    int end = start;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    int at = text.indexOf('@', start);
    if (at < 0 || at > end) {
      return Optional.of(text.substring(start));
    }
    String name = botName.get();
    boolean ours = name.isEmpty() || text.substring(at + 1, end).equalsIgnoreCase(name);
    return ours ? Optional.of(text.substring(start, at) + text.substring(end)) : Optional.empty();
  }

  private Incoming incoming(Message message, Chat.Address address, Incoming.Act act) {
    User from = message.getFrom();
    Chat.Kind kind = kind(message.getChat().getType());
    boolean anonymousAdmin =
        message.getSenderChat() != null
            && message.getSenderChat().getId().equals(message.getChat().getId());
    boolean mayChange =
        kind != Chat.Kind.GROUP || anonymousAdmin || admins.contains(address.chat(), from);
    return new Incoming(
        address,
        kind,
        title(message.getChat()),
        from == null ? 0 : from.getId(),
        mayChange,
        language(from),
        act);
  }

  private Optional<Incoming> press(CallbackQuery press) {
    MaybeInaccessibleMessage under = press.getMessage();
    if (under == null || press.getData() == null) {
      return Optional.empty();
    }
    Chat.Address address =
        under instanceof Message message
            ? address(message)
            : new Chat.Address(under.getChat().getId(), 0);
    Chat.Kind kind = kind(under.getChat().getType());
    boolean mayChange =
        kind == Chat.Kind.PRIVATE || admins.contains(address.chat(), press.getFrom());
    Integer messageId = under instanceof Message message ? message.getMessageId() : null;
    return Optional.of(
        new Incoming(
            address,
            kind,
            title(under.getChat()),
            press.getFrom().getId(),
            mayChange,
            language(press.getFrom()),
            new Incoming.Press(press.getId(), press.getData(), messageId)));
  }

  private static Optional<Incoming> membership(ChatMemberUpdated change) {
    boolean was = belongs(change.getOldChatMember().getStatus());
    boolean is = belongs(change.getNewChatMember().getStatus());
    if (was == is) {
      return Optional.empty();
    }
    Chat.Kind kind = kind(change.getChat().getType());
    return Optional.of(
        new Incoming(
            new Chat.Address(change.getChat().getId(), 0),
            kind,
            title(change.getChat()),
            change.getFrom().getId(),
            true,
            language(change.getFrom()),
            is ? new Incoming.Added() : new Incoming.Removed()));
  }

  private static boolean belongs(String status) {
    return !"left".equals(status) && !"kicked".equals(status);
  }

  private static Chat.Address address(Message message) {
    boolean inTopic =
        Boolean.TRUE.equals(message.getIsTopicMessage()) && message.getMessageThreadId() != null;
    return new Chat.Address(message.getChat().getId(), inTopic ? message.getMessageThreadId() : 0);
  }

  private static Chat.Kind kind(String type) {
    return switch (type) {
      case "private" -> Chat.Kind.PRIVATE;
      case "channel" -> Chat.Kind.CHANNEL;
      default -> Chat.Kind.GROUP;
    };
  }

  private static String title(org.telegram.telegrambots.meta.api.objects.chat.Chat chat) {
    if (chat.getTitle() != null) {
      return chat.getTitle();
    }
    String last = chat.getLastName() == null ? "" : " " + chat.getLastName();
    return chat.getFirstName() == null ? "" : chat.getFirstName() + last;
  }

  /** Arabic, unless the client is set to English. */
  private static Language language(@Nullable User from) {
    String code = from == null || from.getLanguageCode() == null ? "" : from.getLanguageCode();
    return code.toLowerCase(Locale.ROOT).startsWith("en") ? Language.EN : Language.AR;
  }
}
