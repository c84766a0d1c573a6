package org.marsad.alert;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What a chat did not want to hear any more since it was held back: watches that were removed,
 * sources that were dropped, and what is muted. Immutable.
 */
record Unwanted(
    Set<Long> watches, Set<Long> dropped, List<Mutes.Mute> mutes, Map<Long, Mutes.Mute> stories) {
  private static final String GOES_ON =
      """
      SELECT o.item_id FROM story_items s JOIN outbox t ON t.item_id = s.item_id
      JOIN outbox o ON o.like_alert = t.id
      WHERE s.story_id = ? AND t.chat_id = ? AND o.chat_id = t.chat_id""";

  Unwanted {
    watches = Set.copyOf(watches);
    dropped = Set.copyOf(dropped);
    mutes = List.copyOf(mutes);
    stories = Map.copyOf(stories);
  }

  /** A chat's, at a moment. */
  static Unwanted of(Handle handle, long chatId, Instant now) {
    List<Mutes.Mute> mutes = Mutes.of(handle, chatId, now);
    return new Unwanted(
        ids(handle, "SELECT id FROM watches WHERE chat_id = ?", chatId),
        ids(handle, "SELECT feed_id FROM dropped_feeds WHERE chat_id = ?", chatId),
        mutes,
        stories(handle, chatId, mutes));
  }

  /** The items of the muted stories, and those that go on with what the chat was told of them. */
  private static Map<Long, Mutes.Mute> stories(Handle handle, long chatId, List<Mutes.Mute> mutes) {
    Map<Long, Mutes.Mute> stories = new HashMap<>();
    for (Mutes.Mute mute : mutes) {
      if (mute.kind() == Mutes.Kind.STORY) {
        ids(handle, "SELECT item_id FROM story_items WHERE story_id = ?", mute.target())
            .forEach(item -> stories.put(item, mute));
        ids(handle, GOES_ON, mute.target(), chatId).forEach(item -> stories.put(item, mute));
      }
    }
    return stories;
  }

  private static Set<Long> ids(Handle handle, String sql, Object... of) {
    return handle.select(sql, of).mapTo(Long.class).collect(Collectors.toSet());
  }

  /** Why an alert is not to be told, and until when; empty where it is. */
  Optional<Manner.Muting> why(Alert alert) {
    Set<Long> left =
        alert.found().stream()
            .map(Alert.Found::watch)
            .collect(Collectors.toCollection(HashSet::new));
    left.removeIf(watch -> watch != 0 && !watches.contains(watch));
    if (left.isEmpty()) {
      return Optional.of(new Manner.Muting("its watches were removed", null));
    }
    if (dropped.contains(alert.item().feedId())) {
      return Optional.of(new Manner.Muting("the chat dropped the source", null));
    }
    return mutes.stream()
        .filter(mute -> mute.kind() == Mutes.Kind.SOURCE)
        .filter(mute -> mute.target() == alert.item().feedId())
        .findFirst()
        .map(mute -> new Manner.Muting("muted: the source", mute.until()))
        .or(() -> ofStory(alert))
        .or(() -> muted(left));
  }

  private Optional<Manner.Muting> ofStory(Alert alert) {
    return Optional.ofNullable(stories.get(alert.item().id()))
        .map(mute -> new Manner.Muting("muted: the story", mute.until()));
  }

  /** Where every watch is muted, until one of them is not. */
  private Optional<Manner.Muting> muted(Set<Long> heard) {
    List<Mutes.Mute> muted =
        mutes.stream()
            .filter(mute -> mute.kind() == Mutes.Kind.WATCH && heard.contains(mute.target()))
            .toList();
    return muted.size() < heard.size()
        ? Optional.empty()
        : Optional.of(new Manner.Muting("muted: the watch", firstEnd(muted)));
  }

  private static @Nullable Instant firstEnd(List<Mutes.Mute> mutes) {
    return mutes.stream()
        .flatMap(mute -> Optional.ofNullable(mute.until()).stream())
        .min(Instant::compareTo)
        .orElse(null);
  }
}
