package org.marsad.playground;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of every text on its way through the server: characters are dropped or replaced in
 * silence, the ends are trimmed, commands, hashtags and addresses in it become entities. The rules
 * are those of td's clean_input_string and fix_formatted_text.
 */
final class MessageText {
  /** The longest text after parsing, in code points. */
  static final int MAX_TEXT = 4096;

  /** The longest caption, in code points. */
  static final int MAX_CAPTION = 1024;

  /** The longest text before parsing, in UTF-8 bytes. */
  static final int MAX_RAW_BYTES = 32_768;

  private MessageText() {}

  /** Cleans, trims and marks up a text. Empty if nothing visible is left. */
  static FormattedText clean(FormattedText raw) {
    int[] moved = new int[raw.text().length() + 1];
    String kept = kept(raw.text(), moved);
    if (Invisible.all(kept)) {
      return FormattedText.EMPTY;
    }
    List<MessageEntity> entities = new ArrayList<>();
    for (MessageEntity entity : raw.entities()) {
      int from = moved[entity.offset()];
      entities.add(entity.at(from, moved[entity.end()] - from));
    }
    FormattedText trimmed = trimmed(kept, Overlaps.removed(entities));
    List<MessageEntity> all = new ArrayList<>(trimmed.entities());
    all.addAll(FoundEntities.in(trimmed.text(), trimmed.entities()));
    all.sort(MessageEntity.SERVER_ORDER);
    return new FormattedText(trimmed.text(), all);
  }

  /** Blanks go from the end, and from the beginning up to the first entity. */
  private static FormattedText trimmed(String text, List<MessageEntity> entities) {
    int end = text.length();
    while (isBlank(text.charAt(end - 1))) {
      end--;
    }
    int first = entities.stream().mapToInt(MessageEntity::offset).min().orElse(end);
    int start = 0;
    while (start < Math.min(first, end) && isBlank(text.charAt(start))) {
      start++;
    }
    List<MessageEntity> left = new ArrayList<>();
    for (MessageEntity entity : entities) {
      int length = Math.min(entity.end(), end) - entity.offset();
      if (length > 0) {
        left.add(entity.at(entity.offset() - start, length));
      }
    }
    return new FormattedText(text.substring(start, end), left);
  }

  /** The characters that survive, the ends untouched. */
  static String cleaned(String text) {
    return kept(text, new int[text.length() + 1]);
  }

  /**
   * The characters that survive.
   *
   * @param moved told, for each place in the text and the end, where it is afterwards
   */
  private static String kept(String text, int[] moved) {
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      moved[i] = kept.length();
      char c = text.charAt(i);
      if (c == '\n') {
        kept.append(c);
      } else if (c < ' ') {
        kept.append(c == '\r' ? "" : " ");
      } else if (isMark(c) && i + 1 < text.length() && isMark(text.charAt(i + 1))) {
        kept.append('\u200c');
      } else if (!isDropped(c)) {
        kept.append(c);
      }
    }
    moved[text.length()] = kept.length();
    return kept.toString();
  }

  private static boolean isDropped(char c) {
    return (c >= '\u2028' && c <= '\u202e') || c == '\u0333' || c == '\u033f' || c == '\u030a';
  }

  private static boolean isMark(char c) {
    return c == '\u200e' || c == '\u200f';
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n';
  }

  static int codePoints(String text) {
    return text.codePointCount(0, text.length());
  }

  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
