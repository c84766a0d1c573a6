package org.marsad.playground;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A stretch of a message's text that is more than plain, as the Bot API tells it.
 *
 * @param type the Bot API's name of the kind: bold, text_link, blockquote, …
 * @param offset where it starts, in UTF-16 units
 * @param length how long it is, in UTF-16 units
 * @param detail what the kind carries besides: url, language, custom_emoji_id, …
 */
public record MessageEntity(String type, int offset, int length, Map<String, String> detail) {
  /** The order in which the server lists the kinds that start and end together; td's priorities. */
  private static final List<String> ORDER =
      List.of(
          "blockquote",
          "expandable_blockquote",
          "pre",
          "code",
          "text_link",
          "text_mention",
          "date_time",
          "mention",
          "hashtag",
          "bot_command",
          "url",
          "email",
          "bold",
          "italic",
          "underline",
          "strikethrough",
          "spoiler",
          "custom_emoji");

  /** By start, the longer first, then by kind. */
  static final Comparator<MessageEntity> SERVER_ORDER =
      Comparator.comparingInt(MessageEntity::offset)
          .thenComparing(Comparator.comparingInt(MessageEntity::length).reversed())
          .thenComparingInt(entity -> ORDER.indexOf(entity.type()));

  /** Copies the details. */
  public MessageEntity {
    detail = Map.copyOf(detail);
  }

  /** An entity that carries nothing besides its place. */
  static MessageEntity plain(String type, int offset, int length) {
    return new MessageEntity(type, offset, length, Map.of());
  }

  /** The first UTF-16 unit behind it. */
  public int end() {
    return offset + length;
  }

  /** The same kind elsewhere. */
  MessageEntity at(int newOffset, int newLength) {
    return new MessageEntity(type, newOffset, newLength, detail);
  }
}
