package org.marsad.playground;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Commands, hashtags, mentions, addresses of the web and of mail that the server finds in a text by
 * itself. The patterns are those in the comments of td's MessageEntity.cpp, judged by the "find"
 * part of html-vectors.json; an address without a protocol is known by a common ending only.
 */
final class FoundEntities {
  private static final String WORD = "\\p{L}\\p{N}_";
  private static final String TAG = "\\p{Nd}_\\p{L}\u200c\u00b7\u0d80-\u0dff";
  private static final String ENDINGS =
      "(?:com|net|org|info|news|gov|edu|int|tv|io|me|ly|sd|eg|sa|ae|qa|fr|uk|de|السعودية|امارات|مصر|قطر|تونس|المغرب|الجزائر|سودان)";

  private record Rule(String type, Pattern pattern) {
    /** In the pattern, {@code W} in angle quotes is a character of words, {@code T} one of tags. */
    static Rule of(String type, String pattern) {
      return new Rule(type, Pattern.compile(pattern.replace("‹W›", WORD).replace("‹T›", TAG)));
    }
  }

  private static final List<Rule> RULES =
      List.of(
          Rule.of(
              "bot_command",
              "(?<![/<>‹W›])/[A-Za-z0-9_]{1,64}+(?:@[A-Za-z0-9_]{3,32}+)?+(?![/<>@‹W›])"),
          Rule.of(
              "email",
              "(?<![‹W›.+-])[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}(?![‹W›])"),
          Rule.of("url", "(?i)(?<![‹W›])https?://[^\\s<>\"«»]+\\.[^\\s<>\"«»]+"),
          Rule.of(
              "url",
              "(?i)(?<![‹W›@.])(?:[\\p{L}\\p{Nd}_-]+\\.)+"
                  + ENDINGS
                  + "(?![‹W›@])(?:[/?#][^\\s<>\"«»]*)?"),
          Rule.of("mention", "(?<![‹W›])@[A-Za-z0-9_]{2,32}+(?![‹W›])"),
          Rule.of("hashtag", "(?<![‹T›])#(?=[‹T›]*\\p{L})[‹T›]{1,256}+(?!#)"));

  private FoundEntities() {}

  /** Finds them, outside of what the sender marked as code, link or the like. */
  static List<MessageEntity> in(String text, List<MessageEntity> marked) {
    List<MessageEntity> found = new ArrayList<>();
    for (Rule rule : RULES) {
      Matcher matcher = rule.pattern().matcher(text);
      while (matcher.find()) {
        MessageEntity entity =
            MessageEntity.plain(rule.type(), matcher.start(), matcher.end() - matcher.start());
        boolean free =
            Stream.concat(found.stream(), marked.stream().filter(Overlaps::isOnePiece))
                .noneMatch(other -> Overlaps.meet(entity, other));
        if (free) {
          found.add(entity);
        }
      }
    }
    return found;
  }
}
