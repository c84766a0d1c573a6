package org.marsad.playground;

import java.util.List;

/**
 * A text without markup and the entities that say how to show it.
 *
 * @param text what a reader sees
 * @param entities in the server's order
 */
public record FormattedText(String text, List<MessageEntity> entities) {
  static final FormattedText EMPTY = new FormattedText("", List.of());

  /** Copies the entities. */
  public FormattedText {
    entities = List.copyOf(entities);
  }

  /** The part of the text that an entity covers. */
  public String part(MessageEntity entity) {
    return text.substring(entity.offset(), entity.end());
  }
}
