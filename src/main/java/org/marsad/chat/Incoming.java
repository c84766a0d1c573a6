package org.marsad.chat;

import org.jspecify.annotations.Nullable;
import org.marsad.alert.Chat;
import org.marsad.text.Language;

/**
 * What somebody did in a chat, free of Telegram's types.
 *
 * @param address the chat and topic it was done in
 * @param kind the kind of that chat
 * @param title the chat's name, or the person's in a private chat
 * @param userId who did it; 0 for a channel post
 * @param mayChange whether that person may change the chat's set-up: always in a private chat,
 *     admins elsewhere
 * @param language of the person's client: Arabic unless it is set to something else
 * @param act what was done
 */
public record Incoming(
    Chat.Address address,
    Chat.Kind kind,
    String title,
    long userId,
    boolean mayChange,
    Language language,
    Act act) {

  /** What was done. */
  public sealed interface Act {}

  /**
   * A line was typed.
   *
   * @param text as typed, with a leading command's {@code @botname} removed when it names this bot
   * @param replyTo the message it answers, or null
   */
  public record Text(String text, @Nullable Integer replyTo) implements Act {
    /** One that answers no message. */
    public Text(String text) {
      this(text, null);
    }
  }

  /**
   * A document was sent.
   *
   * @param fileId by which Telegram gives what is in it
   * @param name of the file; may be empty
   * @param bytes how large it is, as far as Telegram says
   */
  public record Document(String fileId, String name, long bytes) implements Act {}

  /** Something was sent that the bot does not read: a picture, a voice, a sticker. */
  public record Unread() implements Act {}

  /**
   * A button was pressed.
   *
   * @param pressId Telegram's callback query id, to be answered
   * @param data the button's callback data
   * @param messageId the message the button stands under, or null when Telegram no longer has it
   */
  public record Press(String pressId, String data, @Nullable Integer messageId) implements Act {}

  /** The bot was blocked by the person or removed from the chat. */
  public record Removed() implements Act {}

  /** The bot was added to the chat or unblocked. */
  public record Added() implements Act {}

  /**
   * The group became a supergroup.
   *
   * @param newChat its number from now on
   */
  public record Moved(long newChat) implements Act {}
}
