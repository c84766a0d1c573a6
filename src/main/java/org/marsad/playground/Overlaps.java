package org.marsad.playground;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which entities may not stand in one another; of two, the inner one goes, as in td's fix_entities.
 */
final class Overlaps {
  private static final Set<String> STYLES =
      Set.of("bold", "italic", "underline", "strikethrough", "spoiler");
  private static final Set<String> QUOTES = Set.of("blockquote", "expandable_blockquote");
  private static final Set<String> CODE = Set.of("pre", "code");

  private Overlaps() {}

  /** The entities without those that may not be where they are, and without empty ones. */
  static List<MessageEntity> removed(List<MessageEntity> entities) {
    List<MessageEntity> kept = new ArrayList<>();
    entities.stream()
        .sorted(MessageEntity.SERVER_ORDER)
        .filter(entity -> entity.length() > 0)
        .forEach(
            entity -> {
              if (kept.stream().noneMatch(other -> meet(entity, other) && collide(entity, other))) {
                kept.add(entity);
              }
            });
    return kept;
  }

  private static boolean collide(MessageEntity inner, MessageEntity outer) {
    if (STYLES.contains(inner.type())) {
      return CODE.contains(outer.type());
    }
    if (QUOTES.contains(inner.type())) {
      return QUOTES.contains(outer.type());
    }
    return isOnePiece(outer);
  }

  /** Links, code and the like: nothing but style and quotes goes with them. */
  static boolean isOnePiece(MessageEntity entity) {
    return !STYLES.contains(entity.type()) && !QUOTES.contains(entity.type());
  }

  static boolean meet(MessageEntity one, MessageEntity other) {
    return one.offset() < other.end() && other.offset() < one.end();
  }
}
