package org.marsad.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.marsad.alert.Phrases.Markup;
import org.marsad.feed.Feed;
import org.marsad.feed.FeedTrouble;
import org.marsad.feed.Reason;
import org.marsad.text.Cut;
import org.marsad.text.Language;

/**
 * The words for what happened to a source. Pure functions.
 *
 * @param key of the phrase
 */
public record SourceText(String key) {
  private static final int MAX_TITLE = 80;

  /** That something is wrong with it. */
  static SourceText ill(FeedTrouble trouble) {
    return new SourceText("trouble." + trouble);
  }

  /** That it is well again. */
  static SourceText well(FeedTrouble trouble) {
    return new SourceText("trouble.over." + trouble);
  }

  /** The message for a chat. */
  Message of(Chat chat, Feed feed, Instant now) {
    Phrases phrases = Phrases.in(chat.language());
    Instant success = Objects.requireNonNullElse(feed.lastSuccessAt(), now);
    Instant fresh = Objects.requireNonNullElse(feed.state().lastNewAt(), now);
    Map<String, Object> values =
        Map.of(
            "what",
            Cut.atWord(feed.title(), MAX_TITLE),
            "reason",
            new Markup(reason(chat.language(), feed.lastOutcome())),
            "since",
            Times.ago(
                chat.language(), Objects.requireNonNullElse(feed.failingSince(), success), now),
            "fresh",
            Times.ago(chat.language(), fresh, now));
    return phrases.message(phrases.html(key, values), List.of());
  }

  /**
   * Why a source could not be read, in markup; the stored outcome begins with its reason's words.
   */
  public static String reason(Language language, String outcome) {
    for (Reason reason : Reason.values()) {
      if (outcome.startsWith(reason.words())) {
        return Phrases.in(language).html("reason." + reason);
      }
    }
    return Phrases.in(language).html("reason.other");
  }
}
